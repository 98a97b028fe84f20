package org.optbench.tasks.systems.serving;

/** How long one pass of the model takes. */
@FunctionalInterface
interface IterationTime {

    /**
     * Seconds.
     *
     * @param read      tokens of prompts
     * @param sequences sequences that write a token
     * @param context   tokens of cache that are attended to
     * @param blocks    blocks of cache in use
     */
    double seconds(int read, int sequences, long context, int blocks);
}
