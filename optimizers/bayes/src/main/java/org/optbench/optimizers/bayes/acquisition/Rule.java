package org.optbench.optimizers.bayes.acquisition;

import org.optbench.optimizers.bayes.numeric.Normal;

/**
 * Acquisition functions that depend on the mean {@code m} and deviation {@code s} of one point only, for minimisation against a
 * threshold {@code t} (usually the incumbent). Larger is better.
 */
public enum Rule {
    /** Expected improvement {@code E[max(t - f, 0)]} (Jones, Schonlau and Welch 1998). */
    EI {
        @Override
        public double score(double mean, double deviation, double threshold, double beta) {
            return deviation * StrictMath.exp(logImprovement((threshold - mean) / deviation));
        }

        @Override
        void partials(double mean, double deviation, double threshold, double beta, double[] out) {
            double z = (threshold - mean) / deviation;
            out[0] = -Normal.cdf(z);
            out[1] = Normal.pdf(z);
        }
    },
    /** Logarithm of {@link #EI}, computed without underflow (Ament et al. 2023, equation 9). */
    LOG_EI {
        @Override
        public double score(double mean, double deviation, double threshold, double beta) {
            return StrictMath.log(deviation) + logImprovement((threshold - mean) / deviation);
        }

        @Override
        void partials(double mean, double deviation, double threshold, double beta, double[] out) {
            double z = (threshold - mean) / deviation;
            double slope = logImprovementSlope(z);
            out[0] = -slope / deviation;
            out[1] = (1 - z * slope) / deviation;
        }
    },
    /** Logarithm of the probability of improvement {@code P[f < t]} (Kushner 1964). */
    PI {
        @Override
        public double score(double mean, double deviation, double threshold, double beta) {
            return Normal.logCdf((threshold - mean) / deviation);
        }

        @Override
        void partials(double mean, double deviation, double threshold, double beta, double[] out) {
            double z = (threshold - mean) / deviation;
            double slope = 1 / Normal.millsRatio(z);
            out[0] = -slope / deviation;
            out[1] = -slope * z / deviation;
        }
    },
    /** Confidence bound {@code sqrt(beta) s - m} (Srinivas et al. 2010). */
    UCB {
        @Override
        public double score(double mean, double deviation, double threshold, double beta) {
            return Math.sqrt(beta) * deviation - mean;
        }

        @Override
        void partials(double mean, double deviation, double threshold, double beta, double[] out) {
            out[0] = -1;
            out[1] = Math.sqrt(beta);
        }
    },
    /** The posterior mean alone: no exploration. */
    MEAN {
        @Override
        public double score(double mean, double deviation, double threshold, double beta) {
            return -mean;
        }

        @Override
        void partials(double mean, double deviation, double threshold, double beta, double[] out) {
            out[0] = -1;
            out[1] = 0;
        }
    };

    /**
     * The acquisition value.
     *
     * @param mean posterior mean
     * @param deviation posterior standard deviation, positive
     * @param threshold value to improve on; {@link #UCB} and {@link #MEAN} do not use it
     * @param beta exploration weight of {@link #UCB}
     */
    public abstract double score(double mean, double deviation, double threshold, double beta);

    /** Derivatives with respect to mean and deviation. */
    abstract void partials(double mean, double deviation, double threshold, double beta, double[] out);

    /** {@code log(pdf(z) + z cdf(z))}, accurate for any {@code z}. */
    public static double logImprovement(double z) {
        if (z > 0) {
            return StrictMath.log(Normal.pdf(z) + z * Normal.cdf(z));
        }
        return -0.5 * z * z - Normal.LOG_SQRT_2PI + StrictMath.log(relativeImprovement(z));
    }

    /** {@code (pdf(z) + z cdf(z)) / pdf(z)} for {@code z <= 0}; by its asymptotic series where the difference cancels. */
    private static double relativeImprovement(double z) {
        if (z > -60) {
            return 1 + z * Normal.millsRatio(z);
        }
        double w = 1 / (z * z);
        return w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w)));
    }

    private static double logImprovementSlope(double z) {
        if (z > 0) {
            double cdf = Normal.cdf(z);
            return cdf / (Normal.pdf(z) + z * cdf);
        }
        return Normal.millsRatio(z) / relativeImprovement(z);
    }
}
