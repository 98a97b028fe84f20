package org.optbench.optimizers.bayes.gp;

/**
 * Priors of the hyperparameters of a process over standardised observations and unit-cube inputs.
 *
 * @param lengthscale of every lengthscale
 * @param amplitude of the prior variance
 * @param noise of the noise variance
 * @param warp of the two warp exponents
 */
public record Priors(LogNormalPrior lengthscale, LogNormalPrior amplitude, LogNormalPrior noise, LogNormalPrior warp) {
    /**
     * The dimension-scaled prior {@code LogNormal(sqrt(2) + log(d)/2, sqrt(3))} of Hvarfner, Hellsten and Nardi 2024 (Vanilla Bayesian
     * Optimization Performs Great in High Dimensions), with a noise prior for nearly deterministic functions.
     *
     * @param groups number of lengthscales
     */
    public static Priors dimensionScaled(int groups) {
        return of(groups, 1.4142135623730951, 1.7320508075688772);
    }

    /** Lengthscale prior {@code LogNormal(location + log(groups)/2, deviation)} with the default priors of the rest. */
    public static Priors of(int groups, double location, double deviation) {
        double mean = location + 0.5 * StrictMath.log(groups);
        return new Priors(new LogNormalPrior(mean, deviation, 0.02, 100 * Math.sqrt(groups)), new LogNormalPrior(0, 1, 0.02, 100),
                new LogNormalPrior(-9, 2, 1e-6, 1), new LogNormalPrior(0, 0.5, 0.2, 5));
    }

    /** The same with another prior of the noise variance. */
    public Priors withNoise(LogNormalPrior other) {
        return new Priors(lengthscale, amplitude, other, warp);
    }
}
