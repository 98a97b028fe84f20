package org.optbench.analysis;

/** What optimizers are ranked by. */
public enum Criterion {
    /** The best value within the budget. */
    FINAL,
    /** Anytime performance: the area over the convergence curve, see {@link PerformanceTable#areas}. Tasks without bounds are left out. */
    ANYTIME
}
