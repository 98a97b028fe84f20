package org.optbench.optimizers.multifidelity;

/**
 * Decides which candidate is evaluated up to which level. There is always something to do: where no candidate may go on, a new one is wanted, so that no
 * worker waits.
 */
interface Schedule {

    Move next();

    /**
     * A job has ended at its level.
     *
     * @param merit what was achieved there; failed when it was not reached
     */
    void told(Job job, Merit merit);

    /** Whether a running job goes on, now that it has passed a level below its own. */
    default boolean goesOn(Job job, int level, Merit merit) {
        return true;
    }

    /**
     * A job was ended before its level, by {@link #goesOn} or from outside.
     *
     * @param failed merit of a failure
     */
    default void stopped(Job job, Merit failed) {
        told(job, failed);
    }
}
