package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Follow the regularised leader with Tsallis entropy of power 1/2: optimal against adversaries and in stochastic surroundings at once, without knowing which
 * or for how long (Zimmert and Seldin, "Tsallis-INF: An Optimal Algorithm for Stochastic and Adversarial Bandits", 2021, algorithm 1 and equations 3 to 5).
 */
final class TsallisBandit implements Bandit {

    private static final int MOST_STEPS = 60;
    private static final double BASELINE = 0.5;

    private final boolean reducedVariance;
    private final double rate;
    private final double[] losses;
    private final double[] probabilities;
    private double shift = Double.NaN;
    private int round;

    /**
     * @param reducedVariance whether losses of frequent arms are estimated around 1/2, which halves the variance
     * @param rate            multiplies the learning rate 2 / sqrt(t) (4 / sqrt(t) with reduced variance), positive
     */
    TsallisBandit(int arms, boolean reducedVariance, double rate) {
        this.reducedVariance = reducedVariance;
        this.rate = rate;
        this.losses = new double[arms];
        this.probabilities = new double[arms];
    }

    private double learningRate() {
        return rate * (reducedVariance ? 4 : 2) / Math.sqrt(Math.max(round, 1));
    }

    @Override
    public Pull choose(RandomGenerator random) {
        round++;
        double eta = learningRate();
        double least = Arrays.stream(losses).min().orElse(0);
        double x = normaliser(eta, least);
        for (int arm = 0; arm < losses.length; arm++) {
            double root = eta * (losses[arm] - x);
            probabilities[arm] = 4 / (root * root);
        }
        Weights.normalise(probabilities);
        Pull pull = Weights.draw(probabilities, random);
        for (int arm = 0; arm < losses.length && reducedVariance; arm++) {
            losses[arm] += probabilities[arm] >= eta * eta ? BASELINE : 0; // B of equation (5), which does not depend on the result
        }
        return pull;
    }

    /** The x below all losses with sum of 4 (eta (L - x))^-2 = 1, by Newton's method from the last one; the sum is convex and grows with x. */
    private double normaliser(double eta, double least) {
        double low = least - 2 * Math.sqrt(losses.length) / eta; // there every term is at most 1 / K
        double high = least - 2 / eta; // there the largest term is 1
        double x = shift > low && shift < high ? shift : high;
        for (int step = 0; step < MOST_STEPS && high > low; step++) {
            double sum = 0;
            double slope = 0;
            for (double loss : losses) {
                double gap = eta * (loss - x);
                sum += 4 / (gap * gap);
                slope += 8 * eta / (gap * gap * gap);
            }
            if (Math.abs(sum - 1) < 1e-10) {
                break;
            }
            low = sum < 1 ? x : low;
            high = sum > 1 ? x : high;
            double next = x - (sum - 1) / slope;
            x = next > low && next < high ? next : (low + high) / 2;
        }
        shift = x;
        return x;
    }

    @Override
    public void learn(Pull pull, double loss) {
        double eta = learningRate();
        double baseline = reducedVariance && pull.probability() >= eta * eta ? BASELINE : 0;
        losses[pull.arm()] += (loss - baseline) / pull.probability();
    }
}
