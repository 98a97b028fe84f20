package org.optbench.results;

/** How a trial ended. */
public enum TrialStatus {
    /** It reached the fidelity asked for. */
    SUCCESS,
    /** Ended for good at a lower fidelity. */
    STOPPED,
    /** Ended at a lower fidelity with a checkpoint. */
    PAUSED,
    /** No result. */
    FAILED
}
