package org.optbench.model;

/** Why an evaluation gave no result. */
public enum FailureKind {
    /** The task threw, or its process ended with an error. */
    CRASH(true),
    /** It did not end within the time limit. */
    TIMEOUT(true),
    /** It ran out of memory, on the host or on a device. */
    OUT_OF_MEMORY(true),
    /** It returned NaN or an infinity where a number was due, or training diverged. */
    NOT_A_NUMBER(true),
    /** The suggestion is not in the search space, or its fidelity is not legal; nothing was evaluated. */
    INVALID_SUGGESTION(true),
    /** The task broke its contract, such as by a wrong number of values. */
    INVALID_RESULT(true),
    /** The worker died or lost its connection; says nothing about the configuration. */
    LOST(false),
    /** The machine lacked something: disk, device, service; says nothing about the configuration. */
    UNAVAILABLE(false),
    /** The platform was told to stop; says nothing about the configuration. */
    CANCELLED(false);

    private final boolean telling;

    FailureKind(boolean telling) {
        this.telling = telling;
    }

    /** Whether the failure says something about the configuration, so that optimizers should be told and a retry is pointless. */
    public boolean isAboutConfiguration() {
        return telling;
    }
}
