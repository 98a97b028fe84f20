package org.optbench.optimizers.bayes.gp;

/**
 * Normal prior on the logarithm of a hyperparameter, with hard bounds.
 *
 * @param mean mean of the logarithm
 * @param deviation standard deviation of the logarithm, positive
 * @param lower least value of the hyperparameter itself, positive
 * @param upper largest value, not below {@code lower}
 */
public record LogNormalPrior(double mean, double deviation, double lower, double upper) {
    /** Validates. */
    public LogNormalPrior {
        if (!(deviation > 0) || !(lower > 0) || !(upper >= lower)) {
            throw new IllegalArgumentException("prior with deviation " + deviation + " on [" + lower + ", " + upper
                    + "] needs a positive deviation and positive ordered bounds. Maybe the bounds were given as logarithms.");
        }
    }

    /** Negative log density of the logarithm, up to a constant. */
    double penalty(double log) {
        double z = (log - mean) / deviation;
        return 0.5 * z * z;
    }

    /** Derivative of {@link #penalty(double)}. */
    double slope(double log) {
        return (log - mean) / (deviation * deviation);
    }

    double logLower() {
        return StrictMath.log(lower);
    }

    double logUpper() {
        return StrictMath.log(upper);
    }

    /** The mode, inside the bounds, as a logarithm. */
    double logMode() {
        return Math.min(Math.max(mean, logLower()), logUpper());
    }
}
