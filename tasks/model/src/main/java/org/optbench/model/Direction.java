package org.optbench.model;

/** Which values of an objective are better. */
public enum Direction {
    MINIMIZE, MAXIMIZE;

    /** The value as one to minimise: unchanged, or with its sign turned; NaN stays NaN. Its own inverse. */
    public double toMinimize(double value) {
        return this == MINIMIZE ? value : -value;
    }

    /** Whether the first value is strictly better; false when either is NaN. */
    public boolean isBetter(double value, double than) {
        return this == MINIMIZE ? value < than : value > than;
    }
}
