package org.optbench.runner.run;

import org.jspecify.annotations.Nullable;

/** A run cannot go on: its optimizer broke its contract or threw. */
final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    RunFailure(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    /** @param mayPass whether another attempt may go well, because the reason lies in the machine */
    RunFailure(String message, @Nullable Throwable cause, boolean mayPass) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    boolean mayPass() {
        return mayPass;
    }
}
