package org.optbench.live;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.Effort;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.RunTrace;
import org.optbench.analysis.TaskInfo;
import org.optbench.results.CampaignProgress;
import org.optbench.results.ResultReader;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunTrials;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;

/**
 * What is known of a campaign, brought up to date by looks at the database that read only what is new: finished runs once, running runs from where the
 * last look ended. Finished runs are kept as their improvements. Safe for many threads.
 */
final class LiveCampaign {

    private static final long LEAST_PAUSE_MILLIS = 800;
    private static final int MOST_FAILED_RUNS = 1000;
    private static final long RATE_WINDOW_MILLIS = 60_000;

    private final ResultReader reader;
    private final String name;
    private final Clock clock;
    private final Map<RunKey, RunRecord> planned = new LinkedHashMap<>();
    private final Set<RunKey> finished = new HashSet<>();
    private final Map<RunKey, RunningRun> running = new LinkedHashMap<>();
    private final Map<String, int[]> byOptimizer = new TreeMap<>();
    private final Map<String, TaskSnapshot> tasks = new TreeMap<>();
    private final Map<String, Double> budgets = new HashMap<>();
    private final Map<String, RunTrace> traces = new LinkedHashMap<>();
    private final Set<RunKey> failed = new LinkedHashSet<>();
    private final Deque<long[]> pace = new ArrayDeque<>();
    private CampaignProgress progress = new CampaignProgress(0, 0, 0, 0, 0, 0);
    private Optional<PerformanceTable> table = Optional.empty();
    private long tableVersion = -1;
    private long version;
    private long finishedVersion;
    private long finishedTrials;
    private long finishedFailures;
    private long looked = Long.MIN_VALUE;

    LiveCampaign(ResultReader reader, String name, Clock clock) {
        this.reader = reader;
        this.name = name;
        this.clock = clock;
    }

    /** Looks at the database, unless it was looked at a moment ago; the number of the state, which grows with every change. */
    synchronized long look() {
        long now = clock.millis();
        if (looked != Long.MIN_VALUE && now - looked < LEAST_PAUSE_MILLIS) {
            return version;
        }
        CampaignProgress before = progress;
        progress = reader.progress(name);
        boolean isChanged = looked == Long.MIN_VALUE || !progress.equals(before);
        if (progress.runs() != planned.size()) {
            reader.runs(RunQuery.ofCampaign(name), view -> plan(view.run()));
        }
        if (progress.done() != finished.size()) {
            finish();
        }
        isChanged |= follow();
        version += isChanged ? 1 : 0;
        pace.addLast(new long[]{now, trials()});
        while (pace.size() > 2 && now - pace.getFirst()[0] > RATE_WINDOW_MILLIS) {
            pace.removeFirst();
        }
        looked = clock.millis();
        return version;
    }

    private void plan(RunRecord run) {
        if (planned.putIfAbsent(run.key(), run) == null) {
            byOptimizer.computeIfAbsent(run.optimizer().variant(), _ -> new int[3])[0]++;
            tasks.putIfAbsent(run.task().id().text(), run.task());
        }
    }

    /** Reads the runs that are done and were not read before. */
    private void finish() {
        if (finished.isEmpty()) {
            reader.scan(RunQuery.ofCampaign(name).withStatuses(RunStatus.DONE), this::finish);
        } else {
            List<RunKey> fresh = new ArrayList<>();
            reader.statuses(name, (key, status) -> {
                if (status == RunStatus.DONE && !finished.contains(key)) {
                    fresh.add(key);
                }
            });
            reader.scan(fresh, this::finish);
        }
        finishedVersion++;
    }

    private void finish(RunTrials trials) {
        RunRecord run = trials.run().run();
        if (!finished.add(run.key())) {
            return;
        }
        plan(run);
        running.remove(run.key());
        String id = run.task().id().text();
        int failures = failures(trials);
        finishedTrials += trials.size();
        finishedFailures += failures;
        int[] counts = byOptimizer.get(run.optimizer().variant());
        if (counts != null) {
            counts[1]++;
            counts[2] += failures;
        }
        if (failures > 0 && failed.size() < MOST_FAILED_RUNS) {
            failed.add(run.key());
        }
        double spent = trials.run().summary().map(summary -> summary.fullEvaluations()).orElse(1.0);
        double planned = run.budget().expectedFullEvaluations();
        budgets.merge(id, Math.max(Double.isFinite(planned) ? planned : spent, 1e-9), Math::max);
        if (CampaignRuns.isMeasurable(run.task())) {
            // Runs that differ in nothing but budget or settings have one place: the later one counts.
            traces.put(run.optimizer().variant() + "\n" + id + "\n" + run.seed(),
                    Traces.improvements(CampaignRuns.trace(trials, Effort.FULL_EVALUATIONS), run.task()));
        }
    }

    private static int failures(RunTrials trials) {
        int failures = 0;
        for (byte kind : trials.failure()) {
            failures += kind >= 0 ? 1 : 0;
        }
        return failures;
    }

    /** Follows the runs that are held; whether there is anything new. */
    private boolean follow() {
        boolean isChanged = false;
        Set<RunKey> held = new HashSet<>();
        if (progress.running() > 0) {
            for (RunView view : reader.runs(RunQuery.ofCampaign(name).withStatuses(RunStatus.RUNNING))) {
                held.add(view.run().key());
                isChanged |= !running.containsKey(view.run().key());
                isChanged |= running.computeIfAbsent(view.run().key(), _ -> new RunningRun(view)).follow(reader, view);
            }
        }
        isChanged |= running.keySet().retainAll(held);
        return isChanged;
    }

    synchronized CampaignProgress progress() {
        return progress;
    }

    /** Trials of finished and running runs. */
    synchronized long trials() {
        return finishedTrials + running.values().stream().mapToLong(RunningRun::trials).sum();
    }

    synchronized long failures() {
        return finishedFailures + running.values().stream().mapToLong(RunningRun::failures).sum();
    }

    /** Trials a second over the last minute of looks; 0 before there are two. */
    synchronized double rate() {
        if (pace.size() < 2) {
            return 0;
        }
        double seconds = (pace.getLast()[0] - pace.getFirst()[0]) / 1000.0;
        return seconds > 0 ? Math.max(0, pace.getLast()[1] - pace.getFirst()[1]) / seconds : 0;
    }

    /** Runs planned, runs done and failed trials by optimizer. */
    synchronized Map<String, int[]> optimizers() {
        Map<String, int[]> copy = new TreeMap<>();
        byOptimizer.forEach((optimizer, counts) -> copy.put(optimizer, counts.clone()));
        return copy;
    }

    synchronized List<String> tasks() {
        return List.copyOf(tasks.keySet());
    }

    synchronized Optional<TaskSnapshot> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** Runs that are held now, those with the latest results first, no more than a limit. */
    synchronized List<RunningRun> running(int limit) {
        return running.values().stream().sorted((a, b) -> Long.compare(b.last(), a.last())).limit(limit).toList();
    }

    /** Finished and running runs with failed trials. */
    synchronized Set<RunKey> withFailures() {
        Set<RunKey> keys = new LinkedHashSet<>(failed);
        running.values().stream().filter(run -> run.failures() > 0).forEach(run -> keys.add(run.view().run().key()));
        return keys;
    }

    synchronized Optional<RunRecord> run(RunKey key) {
        return Optional.ofNullable(planned.get(key));
    }

    /** The finished runs as a table; empty before the first. Built anew only when runs were added. */
    synchronized Optional<PerformanceTable> table() {
        if (tableVersion != finishedVersion && !traces.isEmpty()) {
            Set<String> used = new TreeSet<>();
            traces.values().forEach(trace -> used.add(trace.task()));
            List<TaskInfo> infos = used.stream().map(id -> CampaignRuns.info(snapshot(id), budgets.getOrDefault(id, 1.0))).toList();
            PerformanceTable.Builder builder = PerformanceTable.builder(infos);
            traces.values().forEach(builder::add);
            table = Optional.of(builder.build());
            tableVersion = finishedVersion;
        }
        return table;
    }

    private TaskSnapshot snapshot(String id) {
        TaskSnapshot snapshot = tasks.get(id);
        if (snapshot == null) {
            throw new IllegalStateException("Task '" + id + "' has a trace but was not planned.");
        }
        return snapshot;
    }
}
