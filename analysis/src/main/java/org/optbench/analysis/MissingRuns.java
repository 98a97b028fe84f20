package org.optbench.analysis;

/** What to do with a task on which an optimizer has no run at all. */
public enum MissingRuns {
    /** The task is left out of the comparison. */
    DROP_TASK,
    /** The optimizer counts as having found nothing: worst, tied with others that found nothing. */
    WORST,
    /** The comparison is refused. */
    FAIL
}
