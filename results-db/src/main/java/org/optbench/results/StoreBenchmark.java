package org.optbench.results;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.optbench.model.Budget;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;

/** Measures a store: runs of random search on the sphere function, from registration to the last durable trial, then a scan of all trials. */
public final class StoreBenchmark {

    private static final String CAMPAIGN = "store-benchmark";
    private static final int CLAIM = 64;
    private static final int REGISTER = 10_000;
    private static final double NANOS = 1e9;
    private static final double BOUND = 5;

    private StoreBenchmark() {
    }

    /**
     * What was measured.
     *
     * @param trials            number of trials recorded and read
     * @param registerSeconds   to register the runs
     * @param recordSeconds     from the first claim to the moment when all trials are durable, evaluation included
     * @param scanSeconds       to read all trials in columns
     * @param usedMegabytes     heap in use after a collection, with the store still open
     */
    public record Report(long trials, double registerSeconds, double recordSeconds, double scanSeconds, double usedMegabytes) {

        public double trialsPerSecond() {
            return trials / recordSeconds;
        }

        public double scannedPerSecond() {
            return trials / scanSeconds;
        }
    }

    /**
     * Runs the benchmark on an open store, in this thread.
     *
     * @param runs      number of runs
     * @param trials    trials of each run
     * @param dimension parameters of the sphere function
     */
    public static Report run(ResultStore store, int runs, int trials, int dimension) {
        long begun = System.nanoTime();
        register(store, runs, trials, dimension);
        long registered = System.nanoTime();
        record(store, trials, dimension);
        long recorded = System.nanoTime();
        long[] seen = new long[1];
        store.reader().scan(RunQuery.ofCampaign(CAMPAIGN), run -> seen[0] += run.size());
        long scanned = System.nanoTime();
        if (seen[0] != (long) runs * trials) {
            throw new IllegalStateException("Recorded " + (long) runs * trials + " trials and read " + seen[0] + ".");
        }
        System.gc();
        double used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / (double) (1 << 20);
        return new Report(seen[0], (registered - begun) / NANOS, (recorded - registered) / NANOS, (scanned - recorded) / NANOS, used);
    }

    private static void register(ResultStore store, int runs, int trials, int dimension) {
        store.registerCampaign(CAMPAIGN, "name: " + CAMPAIGN);
        TaskSnapshot task = new TaskSnapshot(TaskId.of("benchmark/sphere/d" + dimension), "1", TaskType.BLACK_BOX, "sphere", "synthetic", dimension,
                TaskClock.WALL, Set.of(), List.of(Objective.minimize("value").withOptimum(0)), List.of(), FidelitySpace.none(), new TreeMap<>());
        OptimizerSnapshot optimizer = new OptimizerSnapshot("random", "random", "1", "{}", new TreeMap<>());
        List<RunRecord> batch = new ArrayList<>();
        for (int seed = 1; seed <= runs; seed++) {
            batch.add(new RunRecord(key(seed), optimizer, task, Budget.ofTrials(trials), 1, seed, new TreeMap<>()));
            if (batch.size() == REGISTER || seed == runs) {
                store.register(CAMPAIGN, batch);
                batch.clear();
            }
        }
    }

    private static void record(ResultStore store, int trials, int dimension) {
        Provenance here = new Provenance(Instant.now(), new TreeMap<>(Map.of("jvm", Runtime.version().toString())));
        String[] names = new String[dimension];
        for (int i = 0; i < dimension; i++) {
            names[i] = "x" + i;
        }
        for (List<Lease> leases = claim(store); !leases.isEmpty(); leases = claim(store)) {
            for (Lease lease : leases) {
                RandomGenerator random = RandomStreams.of(lease.run().sha256()).stream("search");
                long start = System.nanoTime();
                try (RunWriter writer = store.writer(lease, here)) {
                    for (int i = 0; i < trials; i++) {
                        trial(writer, i, names, random, start);
                    }
                }
                store.complete(lease, new RunSummary("trials", trials, 0, trials, (System.nanoTime() - start) / NANOS));
            }
        }
        store.flush();
    }

    private static void trial(RunWriter writer, int index, String[] names, RandomGenerator random, long start) {
        long asked = System.nanoTime();
        writer.append(AskRecord.one(2 * index, index));
        TreeMap<String, Value> values = new TreeMap<>();
        double sum = 0;
        for (String name : names) {
            double x = random.nextDouble(-BOUND, BOUND);
            values.put(name, Value.of(x));
            sum += x * x;
        }
        String configuration = new Configuration(values).canonicalText();
        long evaluated = System.nanoTime();
        TrialClock clock = new TrialClock((asked - start) / NANOS, (evaluated - start) / NANOS, 1, 0, 0);
        TrialTimes times = new TrialTimes(asked - start, evaluated - asked, 0, System.nanoTime() - evaluated, 0);
        writer.append(TrialRecord.of(2 * index + 1, 2 * index, index, configuration, Fidelity.none(), OptionalInt.empty(), random.nextLong(),
                Outcome.of(sum), clock, times, 0, System.currentTimeMillis()));
    }

    private static List<Lease> claim(ResultStore store) {
        return store.claimNext(CAMPAIGN, "benchmark", Duration.ofHours(1), CLAIM);
    }

    private static RunKey key(int seed) {
        byte[] name = ("benchmark " + seed).getBytes(StandardCharsets.UTF_8);
        try {
            return new RunKey(java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(name)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
