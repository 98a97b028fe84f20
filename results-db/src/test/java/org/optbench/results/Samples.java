package org.optbench.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.model.task.Trait;

/** Runs and trials for tests. */
final class Samples {

    static final Provenance HERE = new Provenance(Instant.parse("2026-03-01T10:00:00Z"),
            new TreeMap<>(Map.of("cpu", "Imaginary \"1\"", "cores", "2", "gpu", "")));
    static final FidelitySpace EPOCHS = FidelitySpace.of(FidelityParameter.steps("epoch", 1, 27).resuming());

    private Samples() {
    }

    static OptimizerSnapshot optimizer(String variant) {
        return new OptimizerSnapshot(variant, variant, "1.0", "{\"population\":10}", new TreeMap<>(Map.of("endpoint", "http://localhost")));
    }

    static TaskSnapshot sphere() {
        Objective value = Objective.minimize("value").withOptimum(-1.5).withTargets(List.of(10.0, 1.0, 0.1));
        return new TaskSnapshot(TaskId.of("test/sphere/d5"), "1", TaskType.BLACK_BOX, "sphere", "synthetic", 5, TaskClock.WALL, Set.of(),
                List.of(value), List.of(), FidelitySpace.none(), new TreeMap<>(Map.of("instance", "1")));
    }

    static TaskSnapshot network() {
        return new TaskSnapshot(TaskId.of("test/network"), "2", TaskType.MULTI_FIDELITY_MULTI_OBJECTIVE, "network", "ml", 3, TaskClock.SIMULATED,
                Set.of(Trait.NOISY, Trait.SURROGATE),
                List.of(Objective.minimize("error").withReferencePoint(1), Objective.maximize("throughput"), Objective.minimize("size")),
                List.of(Constraint.of("latency"), new Constraint("memory", 0.5)), EPOCHS, new TreeMap<>());
    }

    static RunRecord run(TaskSnapshot task, String variant, long seed) {
        return new RunRecord(key(task.id() + " " + variant + " " + seed), optimizer(variant), task, Budget.ofTrials(100).until(0.5), 4, seed,
                new TreeMap<>(Map.of("parallel", "asynchronous")));
    }

    static List<RunRecord> runs(TaskSnapshot task, String variant, int count) {
        List<RunRecord> runs = new ArrayList<>();
        for (int seed = 1; seed <= count; seed++) {
            runs.add(run(task, variant, seed));
        }
        return runs;
    }

    static RunKey key(String text) {
        try {
            return new RunKey(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Trial i of a run with one worker: told in call 2 i + 1. */
    static TrialRecord sequential(int i) {
        Outcome outcome = Outcome.of(i + 0.1);
        return TrialRecord.of(2 * i + 1, 2 * i, i, "{\"x\":" + (i + 0.25) + "}", Fidelity.none(), OptionalInt.empty(), 77L * i, outcome,
                new TrialClock(i, i + 0.5, 1, 0, 0), new TrialTimes(1000L * i, 10, 20, 30, 40), 0, 1_700_000_000_000L + i);
    }

    static AskRecord ask(int i) {
        return AskRecord.one(2 * i, i);
    }

    /** A log with every kind of entry: batches, waiting, reports, pauses, failures, texts, special numbers. */
    static List<RunEvent> eventful() {
        String odd = "{\"act\":\"re\\\\lu\\u0007 \u00e4\",\"x\":1.0E-300}";
        List<RunEvent> log = new ArrayList<>();
        log.add(new AskRecord(0, 3, 0, Optional.of("{\"c\":1.5}"), 0, 3));
        log.add(new AskRecord(1, 1, 3, Optional.empty(), 3, 0));
        log.add(report(2, 1, 1, Verdict.CONTINUE));
        log.add(report(3, 1, 3, Verdict.PAUSE));
        log.add(trial(4, 0, 1, odd, new Outcome.Interrupted(true, Fidelity.of("epoch", 3), List.of(0.25, Double.NaN, Double.MAX_VALUE),
                List.of(-0.0, Double.MIN_VALUE), Cost.ofSeconds(12.5)), OptionalInt.empty()));
        log.add(trial(5, 0, 0, odd, new Outcome.Failure(FailureKind.OUT_OF_MEMORY, "Killed at 3 GiB;\n\"so\", it was",
                new Cost(OptionalDouble.of(3), new TreeMap<>(Map.of("energy_joules", 0.1 + 0.2, "odd", Double.POSITIVE_INFINITY))),
                Feedback.of("trace", Map.of("stack", "a\nb", "text", "c"))), OptionalInt.empty()));
        log.add(AskRecord.one(6, 3));
        log.add(trial(7, 6, 3, "{}", new Outcome.Success(List.of(1.0, 2.0, 3.0), List.of(0.5, -3.0), Cost.measured(), Feedback.of("fine", Map.of())),
                OptionalInt.of(1)));
        log.add(new AskRecord(8, 1, 1, Optional.empty(), 4, 1));
        log.add(trial(9, 0, 2, odd, new Outcome.Interrupted(false, Fidelity.of("epoch", 1), List.of(0.25, 1.0, 2.0), List.of(0.0, 0.0),
                Cost.measured()), OptionalInt.empty()));
        return log;
    }

    private static MeasurementRecord report(int sequence, int trial, int epoch, Verdict verdict) {
        Measurement point = new Measurement(Fidelity.of("epoch", epoch), List.of(0.5 / epoch, Double.NaN, 3.0), List.of(0.0, 1.0),
                OptionalDouble.of(epoch * 1.5), new TreeMap<>(Map.of("loss", 0.1 * epoch)));
        return new MeasurementRecord(sequence, trial, point, verdict, 1234L * epoch);
    }

    private static TrialRecord trial(int sequence, int askedAt, int index, String configuration, Outcome outcome, OptionalInt resumes) {
        return TrialRecord.of(sequence, askedAt, index, configuration, EPOCHS.full(), resumes, Long.MIN_VALUE + index, outcome,
                new TrialClock(0.1 * index, 0.1 * index + 7.3, 1.0 / 3, index % 2, 1), new TrialTimes(index, 2, 3, 4, 5), index, 1_700_000_000_000L);
    }
}
