package org.optbench.results;

/** Where a run stands. */
public enum RunStatus {
    /** Nobody holds it: not begun, given back, or failed with tries left. */
    OPEN,
    /** A worker holds it; the lease may have run out. */
    RUNNING,
    /** Finished with its summary. */
    DONE,
    /** Failed too often and set aside with the reason. */
    POISONED
}
