package org.optbench.tasks.synthetic.function;

/**
 * A scalar function of {@code d} real variables.
 *
 * <p>An evaluation changes no state of the function, so one object may serve any number of threads as long as each
 * brings its own workspace. A coordinate that is NaN makes the value NaN. Points outside the box of interest are
 * allowed unless a function says otherwise.
 */
public interface RealFunction {

    /** Number of variables {@code d}. */
    int dimension();

    /** Length of the scratch array that {@link #value(double[], double[])} needs; 0 when it needs none. */
    default int workspace() {
        return 0;
    }

    /**
     * Evaluates without allocating.
     *
     * @param x a point, array shape {@code [d]}, left unchanged
     * @param work scratch of at least {@link #workspace()} elements; its content before and after is meaningless
     */
    double value(double[] x, double[] work);

    /** Evaluates with a fresh workspace. */
    default double value(double[] x) {
        return value(x, new double[workspace()]);
    }
}
