package org.optbench.optimizers.classic;

/** A deterministic minimiser on the unit cube that calls its function, as classic methods are written. */
@FunctionalInterface
interface LocalSearch {

    /** The function {@code [n] -> value}; points outside [0, 1] are cut. */
    @FunctionalInterface
    interface Function {
        double at(double[] point);
    }

    /**
     * Searches until it has converged. It must call the function at least once and choose each point from the values before it alone.
     *
     * @param start first point {@code [n]}, not to be changed
     * @param scale factor on the length of the first steps: 1 at first, less when it goes on from where it was cut short
     */
    void run(Function function, double[] start, double scale);
}
