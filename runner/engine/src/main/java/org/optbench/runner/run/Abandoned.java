package org.optbench.runner.run;

/** Thrown on a thread that came back after it was given up; another thread has taken over its run. */
final class Abandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Abandoned() {
        super("given up", null, false, false);
    }
}
