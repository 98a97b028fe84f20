package org.optbench.analysis;

/** What the budget axis of a table counts. */
public enum Effort {
    /** Full-evaluation equivalents: a result at a lower fidelity counts the fraction that it costs. */
    FULL_EVALUATIONS("full evaluations"),
    /** Seconds on the task's clock, wall or simulated, as they were recorded. */
    SECONDS("seconds"),
    /**
     * Seconds on the task's clock with the optimizer's own time: on a simulated clock the measured time of all suggestions is added, unless the
     * run was charged with it already; a wall clock has it in.
     */
    SECONDS_WITH_OVERHEAD("seconds with overhead");

    private final String label;

    Effort(String label) {
        this.label = label;
    }

    /** Name of the axis. */
    public String label() {
        return label;
    }
}
