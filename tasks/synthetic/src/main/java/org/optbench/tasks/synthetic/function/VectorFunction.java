package org.optbench.tasks.synthetic.function;

/**
 * Several objectives, all to be minimised, and inequality constraints, satisfied at values of 0 or below, of {@code d}
 * real variables. An evaluation changes no state of the function.
 */
public interface VectorFunction {

    /** Number of variables {@code d}. */
    int dimension();

    /** Number of objectives, 1 or more. */
    int objectives();

    /** Number of constraints, 0 or more. */
    default int constraints() {
        return 0;
    }

    /**
     * Evaluates.
     *
     * @param x a point, array shape {@code [d]}, left unchanged
     * @param f receives the objectives, array shape {@code [objectives]}
     * @param g receives the constraints, array shape {@code [constraints]}
     */
    void evaluate(double[] x, double[] f, double[] g);
}
