package org.optbench.optimizers.bayes.acquisition;

/** How promising the evaluation of a point is; larger is better. Objectives are minimised. */
public interface Acquisition {
    /**
     * Values at many points.
     *
     * @param features points {@code [m][features]}
     * @param values filled, length at least {@code m}; never NaN
     */
    void values(double[][] features, double[] values);

    /**
     * Value and gradient at one point.
     *
     * @param features a point
     * @param gradient filled with derivatives with respect to the features
     */
    double value(double[] features, double[] gradient);

    /** False if {@link #value} leaves the gradient zero because the acquisition has none. */
    default boolean differentiable() {
        return true;
    }
}
