package org.optbench.model;

/** What an optimizer is shown of a result. */
public enum Observation {
    /** The values of the objectives. */
    VALUES,
    /**
     * Only the order: in place of each objective value stands the rank of the trial among the successful trials told so far, 1 for the best, ties
     * averaged. The true values are still recorded.
     */
    RANKS
}
