package org.optbench.results;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The results database for those who run campaigns. Append-only: what is recorded is neither changed nor lost. Safe for many threads, and on
 * PostgreSQL for many machines. Every method may throw {@link StoreException}.
 */
public interface ResultStore extends AutoCloseable {

    /** Registers a campaign; another specification under the same name is kept as its next revision. */
    void registerCampaign(String name, String specification);

    /**
     * Registers runs as part of a campaign. A run that is there already, of this campaign or another, is shared and not changed.
     *
     * @throws StoreException of kind CONFLICT when a run stands there with other facts under the same key, or a task with other facts under the same
     *                        id and version
     */
    void register(String campaign, Collection<RunRecord> runs);

    /** Registers the pairs of a campaign that were not planned, in place of those registered before. */
    void registerSkipped(String campaign, Collection<SkippedPair> pairs);

    /** Claims a run that is open or whose lease has run out; empty when another holds it, or it is done or poisoned. */
    Optional<Lease> claim(RunKey run, String worker, Duration lease);

    /**
     * Claims the next runs of a campaign that are open or whose lease has run out, in the order of registration. No two workers ever hold one run.
     *
     * @param atMost how many at once, 1 or above
     * @return empty when there is none at the moment
     */
    List<Lease> claimNext(String campaign, String worker, Duration lease, int atMost);

    /**
     * Extends leases from now on, by the database's clock.
     *
     * @return those that are lost because another worker has taken over the run; normally empty
     */
    List<Lease> heartbeat(Collection<Lease> leases, Duration lease);

    /** Opens the log of a claimed run; appending extends no lease. */
    RunWriter writer(Lease lease, Provenance provenance);

    /**
     * Ends a run. The writer must have been closed. Takes effect in the background after everything that the writer appended; {@link #flush} waits
     * for it. When the lease is lost by then, nothing happens: the run belongs to another worker.
     */
    void complete(Lease lease, RunSummary summary);

    /** Gives a run back unfinished, as on a graceful stop; it counts as no failure. */
    void release(Lease lease);

    /**
     * Gives back the run of a worker that is known to have died; nothing happens when the lease is lost. Like a run whose lease ran out, it is set aside
     * when so many attempts in a row died without recording a trial as {@link StoreOptions#deathLimit} says.
     */
    void died(Lease lease);

    /**
     * Ends an attempt that failed. The run is open again until it has failed so often as the limit says, then poisoned.
     *
     * @param attemptLimit failures of a run at which it is set aside, 1 or above
     * @return where the run stands now
     */
    RunStatus fail(Lease lease, String reason, int attemptLimit);

    /** Opens the poisoned runs of a campaign again with their failures forgotten; their number. */
    int reopenPoisoned(String campaign);

    /** Returns when everything that any writer appended is durable. */
    void flush();

    /** A reader over the same database; it sees what is durable. */
    ResultReader reader();

    /** The trouble that the store is waiting out at the moment, in a full sentence, such as a disk that is full; empty when all is well. */
    Optional<String> trouble();

    /**
     * Waits out no trouble any more: whoever waits for the database meets a {@link StoreException} at once. For an end in a hurry; what is not durable
     * is made again by the next process that resumes the runs.
     */
    void hurry();

    /** Flushes and closes. */
    @Override
    void close();
}
