package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Exponential weights with implicit exploration and the anytime learning rate (Neu, "Explore no more: Improved high-probability regret bounds for non-stochastic
 * bandits", 2015; the original is Auer, Cesa-Bianchi, Freund and Schapire, 2002). With a share above 0 every arm keeps a part of the weight (Herbster and Warmuth,
 * "Tracking the best expert", 1998), which mixes the predictions of experts whose order changes.
 */
final class Exp3Bandit implements Bandit {

    /** Rounds after which the learning rate of a bandit that follows changes falls no more. */
    private static final int MEMORY = 500;

    private final double rate;
    private final double share;
    private final double[] logWeights;
    private final double[] losses;
    private final double[] probabilities;
    private int round;

    /**
     * @param rate  multiplies the learning rate sqrt(ln K / (K t)), positive
     * @param share part of the weight spread over all arms each round, in [0, 1)
     */
    Exp3Bandit(int arms, double rate, double share) {
        this.rate = rate;
        this.share = share;
        this.logWeights = new double[arms];
        this.losses = new double[arms];
        this.probabilities = new double[arms];
    }

    private double learningRate() {
        int arms = losses.length;
        return rate * Math.sqrt(StrictMath.log(Math.max(arms, 2)) / (arms * (double) Math.clamp(round, 1, share > 0 ? MEMORY : Integer.MAX_VALUE)));
    }

    @Override
    public Pull choose(RandomGenerator random) {
        round++;
        if (share > 0) {
            Arrays.setAll(probabilities, arm -> StrictMath.exp(logWeights[arm]));
        } else {
            double least = Arrays.stream(losses).min().orElse(0);
            double eta = learningRate();
            Arrays.setAll(probabilities, arm -> StrictMath.exp(-eta * (losses[arm] - least)));
        }
        Weights.normalise(probabilities);
        return Weights.draw(probabilities, random);
    }

    @Override
    public void learn(Pull pull, double loss) {
        double eta = learningRate();
        double estimate = loss / (pull.probability() + eta / 2);
        losses[pull.arm()] += estimate;
        if (share > 0) {
            logWeights[pull.arm()] -= eta * estimate;
            spread();
        }
    }

    private void spread() {
        double[] weights = new double[logWeights.length];
        double most = Arrays.stream(logWeights).max().orElse(0);
        Arrays.setAll(weights, arm -> StrictMath.exp(logWeights[arm] - most));
        Weights.normalise(weights);
        Arrays.setAll(logWeights, arm -> StrictMath.log((1 - share) * weights[arm] + share / weights.length));
    }
}
