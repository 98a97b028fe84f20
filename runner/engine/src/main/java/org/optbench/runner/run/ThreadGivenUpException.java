package org.optbench.runner.run;

/** The current thread came back from a plug-in after it was given up; another thread has taken over, and this one must end. */
public final class ThreadGivenUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ThreadGivenUpException(Throwable cause) {
        super("given up", cause, false, false);
    }
}
