package org.optbench.optimizers.bandits;

import java.util.random.RandomGenerator;

/** Draws by weights. */
final class Weights {

    private Weights() {
    }

    /** An index drawn with the probabilities, which sum to 1. */
    static Bandit.Pull draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        int last = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                last = i;
                left -= probabilities[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return new Bandit.Pull(last, probabilities[last]);
    }

    /** Scales to sum 1; equal weights when the sum is not a positive number. */
    static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sum > 0 && sum < Double.POSITIVE_INFINITY ? weights[i] / sum : 1.0 / weights.length;
        }
    }
}
