package org.optbench.runner.run;

import org.jspecify.annotations.Nullable;

/** A run cannot go on: its optimizer broke its contract or threw. */
final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
