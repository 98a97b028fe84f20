package org.optbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.report.CampaignReport;
import org.optbench.model.Budget;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
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
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.SkippedPair;
import org.optbench.results.StoreOptions;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialTimes;

/** Reads campaigns back from a real H2 database. */
class CampaignRunsTest {

    static final String CAMPAIGN = "small";

    @Test
    void onlyResultsThatCountAreMeasuredAndTheReportShowsTheCampaign(@TempDir Path folder) throws Exception {
        TaskSnapshot constrained = task("test/constrained", TaskType.BLACK_BOX, List.of(Objective.maximize("gain").withTargets(List.of(1.0, 3.0))),
                List.of(new Constraint("load", 0.5)));
        TaskSnapshot two = task("test/two", TaskType.MULTI_OBJECTIVE,
                List.of(Objective.minimize("error").withReferencePoint(1), Objective.maximize("speed").withReferencePoint(0)), List.of());
        TaskSnapshot open = task("test/open", TaskType.MULTI_OBJECTIVE, List.of(Objective.minimize("error"), Objective.minimize("size")), List.of());
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            store.registerCampaign(CAMPAIGN, "schema: 1\n");
            for (String variant : List.of("good", "weak")) {
                double shift = variant.equals("good") ? 1 : 0;
                // The second is infeasible, the third failed: the best that counts is 2 + shift.
                done(store, run(constrained, variant, 1), List.of(value(List.of(1 + shift), List.of(0.5)), value(List.of(9.0), List.of(0.6)),
                        new Outcome.Failure(FailureKind.CRASH, "it broke", Cost.measured(), Feedback.none()), value(List.of(2 + shift), List.of(0.0))));
                done(store, run(two, variant, 1), List.of(value(List.of(0.5, 0.5), List.of()), value(List.of(0.25, 0.5 + shift / 4), List.of()),
                        value(List.of(Double.NEGATIVE_INFINITY, 1.0), List.of())));
                done(store, run(open, variant, 1), List.of(value(List.of(0.5, 0.5), List.of())));
            }
            store.register(CAMPAIGN, List.of(run(constrained, "good", 2)));
            store.registerSkipped(CAMPAIGN, List.of(new SkippedPair("weak", "test/permutation", "It cannot order.")));
            ResultReader reader = store.reader();
            CampaignRuns runs = CampaignRuns.read(reader, RunQuery.ofCampaign(CAMPAIGN));
            PerformanceTable table = runs.table();
            assertThat(table.optimizers()).containsExactly("good", "weak");
            assertThat(table.tasks()).extracting(TaskInfo::id).containsExactly("test/constrained", "test/two");
            assertThat(runs.leftOut()).containsOnlyKeys("test/open");
            assertThat(runs.unfinished()).isEqualTo(1);
            assertThat(table.finalValues(0, 0)).containsExactly(-3);
            assertThat(table.finalValues(1, 0)).containsExactly(-2);
            assertThat(table.hits(0, 0, 1)).containsExactly(4);
            assertThat(table.hits(1, 0, 1)).containsExactly(Double.POSITIVE_INFINITY);
            assertThat(table.failures(0, 0)).isEqualTo(1);
            assertThat(table.suggestSeconds(0, 0)[0]).isCloseTo(2e-3, within(1e-12));
            // Boxes from (error, speed) to the reference point (1, 0), speed maximised
            assertThat(table.finalValues(0, 1)[0]).isCloseTo(-0.75 * 0.75, within(1e-12));
            assertThat(table.finalValues(1, 1)[0]).isCloseTo(-0.75 * 0.5, within(1e-12));

            Path file = folder.resolve("report.html");
            CampaignReport.write(reader, CAMPAIGN, Policies.standard(), Instant.EPOCH, "1.0", file);
            assertThat(Files.readString(file)).contains("test/constrained").contains("it broke").contains("It cannot order.").contains("no reference point")
                    .contains("1 run, left out").contains("one box");
            assertThatThrownBy(() -> CampaignReport.write(reader, "other", Policies.standard(), Instant.EPOCH, "1.0", file)).hasMessageContaining("'other'")
                    .hasMessageContaining("small");
        }
    }

    @Test
    void effortInSecondsWithAndWithoutTheOptimizersOwnTime(@TempDir Path folder) {
        List<Objective> objectives = List.of(Objective.minimize("error").withTargets(List.of(0.5)));
        TaskSnapshot wall = task("test/wall", TaskType.BLACK_BOX, objectives, List.of());
        TaskSnapshot simulated = task("test/simulated", TaskType.BLACK_BOX, objectives, List.of());
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            store.registerCampaign(CAMPAIGN, "");
            for (TaskSnapshot task : List.of(wall, simulated)) {
                done(store, run(task, "a", 1), List.of(value(List.of(0.9), List.of()), value(List.of(0.7), List.of()), value(List.of(0.4), List.of())));
            }
            RunQuery query = RunQuery.ofCampaign(CAMPAIGN);
            // Tasks in the order of their ids: simulated, wall. Results come after 1, 2 and 3 s; every suggestion took 2 ms.
            PerformanceTable seconds = CampaignRuns.read(store.reader(), query, ReadOptions.standard().withEffort(Effort.SECONDS)).table();
            assertThat(seconds.hits(0, 0, 0)).containsExactly(3);
            assertThat(seconds.tasks().getFirst().budget()).isEqualTo(3);
            PerformanceTable charged = CampaignRuns.read(store.reader(), query, ReadOptions.standard().withEffort(Effort.SECONDS_WITH_OVERHEAD)).table();
            assertThat(charged.hits(0, 0, 0)[0]).isCloseTo(3.006, within(1e-12));
            assertThat(charged.hits(0, 1, 0)).containsExactly(3);
            assertThat(charged.effort().label()).isEqualTo("seconds with overhead");
        }
    }

    static TaskSnapshot task(String id, TaskType type, List<Objective> objectives, List<Constraint> constraints) {
        return new TaskSnapshot(TaskId.of(id), "1", type, "test", "synthetic", 2, id.contains("simulated") ? TaskClock.SIMULATED : TaskClock.WALL, Set.of(),
                objectives, constraints, FidelitySpace.none(),
                new TreeMap<>());
    }

    static RunRecord run(TaskSnapshot task, String variant, long seed) {
        String key = String.format("%064x", (task.id() + variant + seed).hashCode() & 0xffffffffL);
        return new RunRecord(new RunKey(key), new OptimizerSnapshot(variant, variant, "1", "{}", new TreeMap<>()), task, Budget.ofTrials(4), 1, seed,
                new TreeMap<>());
    }

    static Outcome value(List<Double> objectives, List<Double> constraints) {
        return new Outcome.Success(objectives, constraints, Cost.measured(), Feedback.none());
    }

    static void done(ResultStore store, RunRecord run, List<Outcome> outcomes) {
        done(store, run, outcomes, run.task().fidelities().full(), Map.of("host", "one box"), Map.of());
    }

    static void done(ResultStore store, RunRecord run, List<Outcome> outcomes, Fidelity fidelity, Map<String, String> facts, Map<String, Double> usage) {
        store.register(CAMPAIGN, List.of(run));
        Lease lease = store.claim(run.key(), "worker", Duration.ofMinutes(1)).orElseThrow();
        int failures = 0;
        try (RunWriter writer = store.writer(lease, new Provenance(Instant.EPOCH, new TreeMap<>(facts)))) {
            for (int i = 0; i < outcomes.size(); i++) {
                failures += outcomes.get(i) instanceof Outcome.Failure ? 1 : 0;
                writer.append(AskRecord.one(2 * i, i));
                writer.append(TrialRecord.of(2 * i + 1, 2 * i, i, "{}", fidelity, OptionalInt.empty(), i, outcomes.get(i),
                        new TrialClock(i, i + 1, 1, 0, 0), new TrialTimes(0, 2_000_000, 0, 5, 0), 0, 0));
            }
            writer.usage(usage);
        }
        store.complete(lease, new RunSummary("trials", outcomes.size(), failures, outcomes.size(), outcomes.size()));
        store.flush();
    }
}
