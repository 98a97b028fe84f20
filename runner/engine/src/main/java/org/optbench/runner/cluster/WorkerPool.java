package org.optbench.runner.cluster;

import java.util.Collection;
import java.util.Set;

/**
 * Starts workers and knows which of them still run. Workers share nothing but the database: any of them may die or be started twice without harm.
 * Used by one thread.
 */
public interface WorkerPool {

    /**
     * Starts workers.
     *
     * @param shards their numbers, 0, 1, ...; none of them runs
     * @throws ClusterException when they cannot be started
     */
    void start(Collection<Integer> shards);

    /** The shards that run or wait to be run. */
    Set<Integer> running();

    /** Asks all workers to end gracefully: they finish the trials they are at and give their runs back. Returns at once. */
    void cancel();

    /** Ends by force what still runs. */
    void kill();

    /** What the workers are and where they log, for people. */
    String describe();
}
