package org.optbench.subsets;

/**
 * What is known about a star discrepancy.
 *
 * @param lower proven lower bound: the local discrepancy of {@code witness}
 * @param upper proven upper bound; 1 when the method gives none
 * @param witness the worst box found
 * @param method how it was computed
 * @param completed false if the computation was cancelled or met its limit
 */
public record Discrepancy(double lower, double upper, Box witness, Method method, boolean completed) {

    /** How a value was computed. */
    public enum Method {
        /** Exact: slabs, sweep and separable bounds. */
        SLAB_BOUND,
        /** Exact: Dobkin, Eppstein and Mitchell (1996), with their table. */
        DOBKIN_EPPSTEIN_MITCHELL,
        /** Exact: every corner of the grid. */
        GRID,
        /** Best-first branch and bound over boxes of corners: certified bounds, exact when it ends with gap 0. */
        CORNER_BOUND,
        /** Threshold accepting: a lower bound only. */
        THRESHOLD_ACCEPTING
    }

    /** Checks the order of the bounds. */
    public Discrepancy {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower is " + lower + ", upper " + upper + ": bounds must be ordered. Maybe they belong to different point sets?");
        }
    }

    /** Whether the bounds meet, to 1e-12. */
    public boolean exact() {
        return upper - lower <= 1e-12;
    }

    /** Upper minus lower bound. */
    public double gap() {
        return upper - lower;
    }
}
