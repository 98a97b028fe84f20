package org.optbench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.results.AskRecord;
import org.optbench.results.Lease;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultStore;
import org.optbench.results.RunKey;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.results.TrialTimes;

/** Campaigns for tests, whose trials come when the test says so. */
final class Campaigns {

    static final String NAME = "followed";
    static final int BUDGET = 40;
    static final Duration LEASE = Duration.ofMinutes(5);

    private Campaigns() {
    }

    static RunRecord run(String optimizer, int task, long seed) {
        TaskSnapshot snapshot = new TaskSnapshot(TaskId.of("test/sphere/d" + task), "1", TaskType.BLACK_BOX, "sphere", "synthetic", task, TaskClock.WALL,
                Set.of(), List.of(Objective.minimize("value").withOptimum(0)), List.of(), FidelitySpace.none(), new TreeMap<>());
        String hex = HexFormat.of().toHexDigits(((long) optimizer.hashCode() * 31 + task) * 1_000_003 + seed);
        return new RunRecord(new RunKey(hex + hex + hex + hex), new OptimizerSnapshot(optimizer, optimizer, "1", "{}", new TreeMap<>()), snapshot,
                Budget.ofTrials(BUDGET), 1, seed, new TreeMap<>());
    }

    static void register(ResultStore store, List<RunRecord> runs) {
        store.registerCampaign(NAME, "# test");
        store.register(NAME, runs);
    }

    /** Trials from..to-1 of a run with values quality / (index + 1); every tenth of a quality above 50 fails with a log. */
    static void append(RunWriter writer, int from, int to, double quality) {
        for (int i = from; i < to; i++) {
            boolean isFailed = quality > 50 && i % 10 == 9;
            writer.append(AskRecord.one(2 * i, i));
            writer.append(new TrialRecord(2 * i + 1, 2 * i, i, "{\"x\":" + i + ".0}", Fidelity.none(), Fidelity.none(), OptionalInt.empty(), 1,
                    isFailed ? TrialStatus.FAILED : TrialStatus.SUCCESS, isFailed ? Optional.of(FailureKind.CRASH) : Optional.empty(),
                    isFailed ? "exit code 3" : "", isFailed ? new double[0] : new double[]{quality / (i + 1)}, new double[0], Cost.measured(),
                    isFailed ? Feedback.of("loss is <b>not</b> a number\nat step 7", Map.of("stderr", "Traceback")) : Feedback.none(),
                    new TrialClock(i, i + 1, 1, 0, 0), TrialTimes.unknown(), 0, System.currentTimeMillis()));
        }
    }

    static Lease claim(ResultStore store, RunRecord run) {
        return store.claim(run.key(), "worker-1", LEASE).orElseThrow();
    }

    static RunWriter writer(ResultStore store, Lease lease) {
        return store.writer(lease, new Provenance(Instant.EPOCH, new TreeMap<>()));
    }

    static void finish(ResultStore store, RunRecord run, double quality) {
        Lease lease = claim(store, run);
        try (RunWriter writer = writer(store, lease)) {
            append(writer, 0, BUDGET, quality);
        }
        store.complete(lease, new RunSummary("trials", BUDGET, quality > 50 ? BUDGET / 10 : 0, BUDGET, BUDGET));
    }
}
