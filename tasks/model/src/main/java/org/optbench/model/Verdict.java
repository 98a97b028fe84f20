package org.optbench.model;

/** The answer to a report from inside an evaluation. */
public enum Verdict {
    CONTINUE,
    /** End now and for good, return {@link Outcome.Interrupted} not paused. */
    STOP,
    /** Write a checkpoint and end now, return {@link Outcome.Interrupted} paused; a task that cannot resume treats it as STOP. */
    PAUSE
}
