package org.optbench.analysis;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.results.AskRecord;
import org.optbench.results.Lease;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreOptions;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialTimes;

/**
 * Measures the ranking of a large campaign through the database: {@code write FOLDER tasks optimizers seeds trials} records synthetic runs,
 * {@code rank FOLDER} reads and ranks them. Two commands, so that reading starts with a cold heap.
 */
final class RankingBenchmark {

    private static final String CAMPAIGN = "ranking-benchmark";
    private static final int BATCH = 256;

    private RankingBenchmark() {
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        } else {
            rank(folder);
        }
    }

    private static void write(Path folder, int tasks, int optimizers, int seeds, int trials) {
        long begun = System.nanoTime();
        List<TaskInfo> infos = SimulatedRuns.tasks(tasks, trials);
        List<TaskSnapshot> snapshots = infos.stream().map(RankingBenchmark::snapshot).toList();
        Provenance here = new Provenance(Instant.now(), new TreeMap<>(Map.of("jvm", Runtime.version().toString())));
        long written = 0;
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            store.registerCampaign(CAMPAIGN, "name: " + CAMPAIGN);
            for (int t = 0; t < tasks; t++) {
                Map<String, RunTrace> traces = new TreeMap<>();
                List<RunRecord> records = new ArrayList<>();
                for (int o = 0; o < optimizers; o++) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        RunTrace trace = SimulatedRuns.run(o, infos.get(t), t, seed, trials);
                        RunRecord run = new RunRecord(key(t, o, seed), new OptimizerSnapshot(trace.optimizer(), trace.optimizer(), "1", "{}", new TreeMap<>()),
                                snapshots.get(t), Budget.ofTrials(trials), 1, seed, new TreeMap<>());
                        traces.put(run.key().sha256(), trace);
                        records.add(run);
                    }
                }
                store.register(CAMPAIGN, records);
                for (List<Lease> leases = claim(store); !leases.isEmpty(); leases = claim(store)) {
                    for (Lease lease : leases) {
                        record(store, lease, traces.get(lease.run().sha256()), here);
                        written += trials;
                    }
                }
            }
            store.flush();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%d trials written in %.1f s, %.0f a second, %d bytes%n", written, seconds, written / seconds,
                folder.resolve("results.mv.db").toFile().length());
    }

    private static void record(ResultStore store, Lease lease, RunTrace trace, Provenance here) {
        int n = trace.values().length;
        int failures = 0;
        try (RunWriter writer = store.writer(lease, here)) {
            for (int i = 0; i < n; i++) {
                boolean failed = Double.isNaN(trace.values()[i]);
                failures += failed ? 1 : 0;
                writer.append(AskRecord.one(2 * i, i));
                String configuration = "x0=" + trace.values()[i] + ",x1=" + 1.0 / (i + 1) + ",x2=0.25,x3=0.125,x4=0.0625";
                Outcome outcome = failed ? new Outcome.Failure(org.optbench.model.FailureKind.CRASH, "it broke", org.optbench.model.Cost.measured(),
                        org.optbench.model.Feedback.none()) : Outcome.of(trace.values()[i]);
                writer.append(TrialRecord.of(2 * i + 1, 2 * i, i, configuration, Fidelity.none(), OptionalInt.empty(), i, outcome,
                        new TrialClock(0.02 * i, 0.02 * (i + 1), 1, 0, 0), new TrialTimes(0, (long) (trace.suggestSeconds()[i] * 1e9), 0, 5, 0), 0, 0));
            }
        }
        store.complete(lease, new RunSummary("trials", n, failures, n, 0.02 * n));
    }

    private static List<Lease> claim(ResultStore store) {
        return store.claimNext(CAMPAIGN, "benchmark", Duration.ofHours(1), BATCH);
    }

    private static TaskSnapshot snapshot(TaskInfo info) {
        Objective objective = info.direction() == org.optbench.model.Direction.MINIMIZE ? Objective.minimize("f") : Objective.maximize(info.measure());
        return new TaskSnapshot(TaskId.of(info.id()), "1", TaskType.BLACK_BOX, info.family(), "synthetic", info.dimension(), TaskClock.WALL, Set.of(),
                List.of((info.optimum().isPresent() ? objective.withOptimum(0) : objective).withTargets(info.targets())), List.of(), FidelitySpace.none(),
                new TreeMap<>());
    }

    private static void rank(Path folder) {
        long begun = System.nanoTime();
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            PerformanceTable table = CampaignRuns.read(store.reader(), RunQuery.ofCampaign(CAMPAIGN)).table();
            long read = System.nanoTime();
            Ranking ranking = Ranking.of(table, table.completeTasks(), Policies.standard()).orElseThrow();
            long ranked = System.nanoTime();
            System.gc();
            Runtime jvm = Runtime.getRuntime();
            System.out.printf(Locale.ROOT, "%d runs, %d trials: table %.1f s, ranking %.1f s, heap %d MB of at most %d, best %s%n", table.totalRuns(),
                    table.totalTrials(), (read - begun) / 1e9, (ranked - read) / 1e9, (jvm.totalMemory() - jvm.freeMemory()) >> 20, jvm.maxMemory() >> 20,
                    ranking.optimizers().get(ranking.groups().order().getFirst()));
        }
    }

    private static RunKey key(int task, int optimizer, int seed) {
        try {
            byte[] name = (task + "/" + optimizer + "/" + seed).getBytes(StandardCharsets.UTF_8);
            return new RunKey(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
