package org.optbench.optimizers.bayes.gp;

/**
 * Values that determine a Gaussian process beside its data.
 *
 * @param lengthscales one for each group of features, positive
 * @param amplitude prior variance of the function, positive
 * @param noise variance of the observation noise, positive
 * @param warps Kumaraswamy exponents {@code {a, b}} of each feature; an empty array if inputs are not warped
 */
public record Hyperparameters(double[] lengthscales, double amplitude, double noise, double[][] warps) {
    /** Validates and copies. */
    public Hyperparameters {
        lengthscales = lengthscales.clone();
        for (double l : lengthscales) {
            requirePositive("lengthscale", l);
        }
        requirePositive("amplitude", amplitude);
        requirePositive("noise", noise);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be positive and finite. Maybe its logarithm was passed.");
        }
    }

    /** True if inputs pass through a learned warp. */
    public boolean warped() {
        return warps.length > 0;
    }
}
