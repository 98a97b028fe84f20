package org.optbench.optimizers.bayes.numeric;

/** A scalar function with its gradient. */
@FunctionalInterface
public interface DifferentiableFunction {
    /**
     * Evaluates the function.
     *
     * @param x point; not to be changed
     * @param gradient filled with the partial derivatives, length of {@code x}
     * @return the value; NaN or positive infinity where the function is not defined
     */
    double value(double[] x, double[] gradient);
}
