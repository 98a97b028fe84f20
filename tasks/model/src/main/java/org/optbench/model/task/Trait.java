package org.optbench.model.task;

/** Properties of tasks that queries and reports group by, beside the type. */
public enum Trait {
    NOISY, CONSTRAINED, INTEGER, MIXED, CATEGORICAL, CONDITIONAL, PERMUTATION, COMBINATORIAL, MULTI_TASK, CONTEXTUAL, RANK_ONLY, TEXT_FEEDBACK,
    /** Values come from a fitted model of recorded results. */
    SURROGATE,
    /** Values come from a recorded table. */
    TABULAR,
    /** A real program is run and measured. */
    REAL,
    /** A model of a system stands in for the system. */
    SIMULATOR,
    /** Wall time itself is an objective, so values differ between machines. */
    MEASURED
}
