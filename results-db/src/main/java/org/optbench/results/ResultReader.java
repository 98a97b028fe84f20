package org.optbench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the results database. Safe for many threads; every method may throw {@link StoreException}. */
public interface ResultReader extends AutoCloseable {

    /** Campaigns in the order of their names. */
    List<CampaignRecord> campaigns();

    CampaignProgress progress(String campaign);

    List<SkippedPair> skipped(String campaign);

    /** One run; empty when unknown. */
    Optional<RunView> run(RunKey key);

    /** Hands over runs one by one in the order of optimizer variant, task, seed, key. */
    void runs(RunQuery query, Consumer<RunView> receiver);

    /** All runs of a query in the same order. */
    default List<RunView> runs(RunQuery query) {
        List<RunView> views = new ArrayList<>();
        runs(query, views::add);
        return views;
    }

    /**
     * Hands over the numbers of the trials, one run at a time in the order of registration, also for runs that have no trials yet. Memory stays
     * that of the largest run whatever the number of runs.
     */
    default void scan(RunQuery query, Consumer<RunTrials> receiver) {
        scan(query, Set.of(), receiver);
    }

    /**
     * {@link #scan(RunQuery, Consumer)} with what trials and optimizers spent of some resources.
     *
     * @param resources names, such as {@code tokens}
     */
    void scan(RunQuery query, Set<String> resources, Consumer<RunTrials> receiver);

    /** Where the attempts at runs were made, in the order of their first start. */
    List<ProvenanceGroup> provenance(RunQuery query);

    /** As {@link #scan(RunQuery, Consumer)} for runs by their keys; unknown ones are passed over. */
    void scan(Collection<RunKey> runs, Consumer<RunTrials> receiver);

    /** Where each run of a campaign stands, in the order of registration, and nothing else: what those ask who follow a campaign. */
    void statuses(String campaign, BiConsumer<RunKey, RunStatus> receiver);

    /** Everything that is durable of the log of a run, in its order: what a fresh optimizer must be put through to go on. */
    List<RunEvent> history(RunKey run);

    /** The trials of a run by index. */
    List<TrialRecord> trials(RunKey run);

    /** The trials of a run by index, from an index on. */
    List<TrialRecord> trials(RunKey run, int from);

    /** The reports of a run by sequence. */
    List<MeasurementRecord> measurements(RunKey run);

    /** By objective, then from easy to hard as they were attained. */
    List<TargetHit> targetHits(RunKey run);

    List<AttemptRecord> attempts(RunKey run);

    /** The attempt that made each trial of a run, by index of the trial. */
    Map<Integer, Integer> trialAttempts(RunKey run);

    /** Failed trials in the order of {@link #runs} and index, up to a limit. */
    List<TrialFailure> failures(RunQuery query, int limit);

    /** Ends what the reader holds; the reader of a store leaves the store open. */
    @Override
    void close();
}
