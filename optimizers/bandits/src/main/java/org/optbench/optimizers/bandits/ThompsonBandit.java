package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Thompson sampling with beta posteriors on losses in [0, 1] (Agrawal and Goyal, "Analysis of Thompson sampling for the multi-armed bandit problem", 2012;
 * fractional losses count fractionally), discounted so that it can follow a change (Raj and Kalyani, "Taming non-stationary bandits", 2017).
 */
final class ThompsonBandit implements Bandit {

    private final double discount;
    private final double[] losses;
    private final double[] gains;

    /**
     * @param discount factor on the past at each result, in (0, 1]
     */
    ThompsonBandit(int arms, double discount) {
        this.discount = discount;
        this.losses = new double[arms];
        this.gains = new double[arms];
    }

    @Override
    public Pull choose(RandomGenerator random) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int arm = 0; arm < losses.length; arm++) {
            double draw = beta(1 + losses[arm], 1 + gains[arm], random);
            if (draw < least) {
                least = draw;
                best = arm;
            }
        }
        return new Pull(best, 1);
    }

    @Override
    public void learn(Pull pull, double loss) {
        Arrays.setAll(losses, arm -> discount * losses[arm]);
        Arrays.setAll(gains, arm -> discount * gains[arm]);
        losses[pull.arm()] += loss;
        gains[pull.arm()] += 1 - loss;
    }

    private static double beta(double a, double b, RandomGenerator random) {
        double first = gamma(a, random);
        return first / (first + gamma(b, random));
    }

    /** Marsaglia and Tsang (2000), for shapes of 1 and above. */
    private static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = (1 + c * normal) * (1 + c * normal) * (1 + c * normal);
            if (1 + c * normal > 0 && StrictMath.log(1 - random.nextDouble()) < 0.5 * normal * normal + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
