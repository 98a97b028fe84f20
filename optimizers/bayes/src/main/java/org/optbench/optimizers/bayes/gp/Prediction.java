package org.optbench.optimizers.bayes.gp;

/**
 * Normal prediction of the function at one point.
 *
 * @param mean expected value
 * @param variance positive
 */
public record Prediction(double mean, double variance) {
    /** Square root of the variance. */
    public double deviation() {
        return Math.sqrt(variance);
    }
}
