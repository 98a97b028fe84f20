package org.optbench.tasks.systems.serving;

/**
 * Settings of one replica of the server.
 *
 * @param sequences   most sequences in a batch
 * @param tokens      most tokens in an iteration
 * @param block       tokens in a block of the cache
 * @param blocks      blocks of the cache
 * @param chunked     whether long prompts are read in pieces beside running sequences, rather than whole and before them
 * @param shortest    whether the shortest waiting prompt goes first, rather than the first to arrive
 * @param swapSeconds time to move the cache of one token out of or into the device when a sequence makes room; 0 for computing it again instead
 */
record Engine(int sequences, int tokens, int block, int blocks, boolean chunked, boolean shortest, double swapSeconds) {

    Engine {
        if (sequences < 1 || tokens < 1 || block < 1 || blocks < 1) {
            throw new IllegalArgumentException("Engine with " + sequences + " sequences, " + tokens + " tokens, blocks of " + block + " and " + blocks
                    + " blocks: each must be at least 1.");
        }
    }

    boolean swaps() {
        return swapSeconds > 0.0;
    }

    /** Blocks that hold so many tokens. */
    int blocksFor(int length) {
        return (length + block - 1) / block;
    }
}
