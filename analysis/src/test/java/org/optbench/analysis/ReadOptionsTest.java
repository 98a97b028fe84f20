package org.optbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.optbench.analysis.CampaignRunsTest.CAMPAIGN;
import static org.optbench.analysis.CampaignRunsTest.done;
import static org.optbench.analysis.CampaignRunsTest.run;
import static org.optbench.analysis.CampaignRunsTest.task;
import static org.optbench.analysis.CampaignRunsTest.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.Cost;
import org.optbench.model.Direction;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunQuery;
import org.optbench.results.StoreOptions;
import org.optbench.results.TaskSnapshot;

/** Axes, bounds, indicators and refusals, on runs in a real H2 database. */
class ReadOptionsTest {

    private static final RunQuery QUERY = RunQuery.ofCampaign(CAMPAIGN);
    private static final ReadOptions STANDARD = ReadOptions.standard();

    @TempDir private Path folder;
    @SuppressWarnings("NullAway.Init") private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults());
        store.registerCampaign(CAMPAIGN, "");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void effortsAreReadFromTheirNames() {
        assertThat(Effort.parse("SECONDS_WITH_OVERHEAD")).isEqualTo(Effort.SECONDS_WITH_OVERHEAD);
        assertThat(Effort.parse("tokens")).isEqualTo(Effort.ofResource("tokens"));
        assertThat(Effort.parse("cost:energy_joules").label()).isEqualTo("energy_joules");
        assertThatThrownBy(() -> Effort.parse("joules")).hasMessageContaining("'joules'").hasMessageContaining("cost:joules");
    }

    @Test
    void aResourceIsAnAxisAndTheOptimizersShareIsSpreadEvenly() {
        TaskSnapshot task = task("test/llm", TaskType.BLACK_BOX, List.of(Objective.minimize("error").withTargets(List.of(0.5))), List.of());
        List<Outcome> outcomes = List.of(costly(0.9, 10), costly(0.4, 30));
        done(store, run(task, "a", 1), outcomes, Fidelity.none(), Map.of(), Map.of("tokens", 100.0));
        PerformanceTable table = CampaignRuns.read(store.reader(), QUERY, STANDARD.withEffort(Effort.ofResource("tokens"))).table();
        assertThat(table.tasks().getFirst().budget()).isEqualTo(140);
        assertThat(table.hits(0, 0, 0)).containsExactly(140);
        assertThat(table.spent(0, 0)).containsExactly(140);
        assertThatThrownBy(() -> CampaignRuns.read(store.reader(), QUERY, STANDARD.withEffort(Effort.ofResource("joules"))))
                .hasMessageContaining("'joules' is not recorded");
        assertThat(CampaignRuns.read(store.reader(), QUERY, STANDARD.withEffort(Effort.EVALUATIONS)).table().hits(0, 0, 0)).containsExactly(2);
    }

    @Test
    void secondsOfDifferentMachinesAreRefusedUnlessAllowed() {
        TaskSnapshot wall = task("test/wall", TaskType.BLACK_BOX, List.of(Objective.minimize("error")), List.of());
        List<Outcome> outcomes = List.of(value(List.of(0.5), List.of()));
        done(store, run(wall, "a", 1), outcomes, Fidelity.none(), Map.of("cpu", "Fast", "cores", "8", "host", "x"), Map.of());
        done(store, run(wall, "b", 1), outcomes, Fidelity.none(), Map.of("cpu", "Fast", "cores", "8", "host", "y"), Map.of());
        ReadOptions seconds = STANDARD.withEffort(Effort.SECONDS);
        assertThat(CampaignRuns.read(store.reader(), QUERY, seconds).table().totalRuns()).as("machines of one kind").isEqualTo(2);
        done(store, run(wall, "b", 2), outcomes, Fidelity.none(), Map.of("cpu", "Slow", "cores", "8"), Map.of());
        assertThatThrownBy(() -> CampaignRuns.read(store.reader(), QUERY, seconds)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 different machines").hasMessageContaining("2 runs on Fast, 8 cores; 1 run on Slow, 8 cores")
                .hasMessageContaining("--mix-machines");
        assertThat(CampaignRuns.read(store.reader(), QUERY, seconds.withMixedMachines(true)).table().totalRuns()).isEqualTo(3);
        assertThat(CampaignRuns.read(store.reader(), QUERY, STANDARD).table().totalRuns()).as("by evaluations").isEqualTo(3);
    }

    @Test
    void recordedSecondsAreThoseOfNoMachine() {
        TaskSnapshot simulated = task("test/simulated", TaskType.BLACK_BOX, List.of(Objective.minimize("error")), List.of());
        List<Outcome> outcomes = List.of(value(List.of(0.5), List.of()));
        done(store, run(simulated, "a", 1), outcomes, Fidelity.none(), Map.of("cpu", "Fast"), Map.of());
        done(store, run(simulated, "b", 1), outcomes, Fidelity.none(), Map.of("cpu", "Slow"), Map.of());
        assertThat(CampaignRuns.read(store.reader(), QUERY, STANDARD.withEffort(Effort.SECONDS)).table().totalRuns()).isEqualTo(2);
        assertThatThrownBy(() -> CampaignRuns.read(store.reader(), QUERY, STANDARD.withEffort(Effort.SECONDS_WITH_OVERHEAD)))
                .as("the optimizer's own time is measured").hasMessageContaining("different machines");
    }

    @Test
    void theIncumbentFollowsTheFidelityPolicy() {
        FidelitySpace epochs = FidelitySpace.of(FidelityParameter.steps("epoch", 1, 10));
        TaskSnapshot task = new TaskSnapshot(TaskId.of("test/mf"), "1", TaskType.MULTI_FIDELITY, "f", "ml", 2, TaskClock.WALL, Set.of(),
                List.of(Objective.minimize("error").withTargets(List.of(0.35))), List.of(), epochs, new TreeMap<>());
        done(store, run(task, "low", 1), List.of(value(List.of(0.3), List.of())), Fidelity.of("epoch", 5), Map.of(), Map.of());
        done(store, run(task, "full", 1), List.of(value(List.of(0.4), List.of())), Fidelity.of("epoch", 10), Map.of(), Map.of());
        PerformanceTable full = CampaignRuns.read(store.reader(), QUERY, STANDARD).table();
        assertThat(full.finalValues(full.optimizers().indexOf("low"), 0)).containsExactly(Double.POSITIVE_INFINITY);
        PerformanceTable highest = CampaignRuns.read(store.reader(), QUERY, STANDARD.withFidelity(FidelityPolicy.HIGHEST_SEEN)).table();
        assertThat(highest.finalValues(highest.optimizers().indexOf("low"), 0)).containsExactly(0.3);
        assertThat(highest.hits(highest.optimizers().indexOf("low"), 0, 0)).as("not at full fidelity").containsExactly(Double.POSITIVE_INFINITY);
        assertThat(highest.finalValues(highest.optimizers().indexOf("full"), 0)).containsExactly(0.4);
    }

    @Test
    void aHigherFidelityReplacesTheIncumbent() {
        TaskInfo info = new TaskInfo("t", "MF", "f", 1, "y", Direction.MINIMIZE, OptionalDouble.empty(), List.of(), 4);
        RunTrace trace = new RunTrace("a", "t", 1, new double[]{1, 2, 3, 4}, new double[]{0.2, 0.6, 0.1, 0.5}, new double[0], new double[0], 0,
                new double[]{0.1, 0.5, 0.1, 0.5}, new double[0][]);
        PerformanceTable table = PerformanceTable.builder(List.of(info)).add(trace).build();
        double[] efforts = table.efforts(0);
        for (int g = 0; g < efforts.length; g++) {
            assertThat(table.valuesAt(0, 0, g)).as("at %s", efforts[g]).containsExactly(efforts[g] < 2 ? 0.2 : efforts[g] < 4 ? 0.6 : 0.5);
        }
        assertThat(table.finalValues(0, 0)).containsExactly(0.5);
    }

    @Test
    void frontsAreMeasuredAgainstAStoredFront() {
        TaskSnapshot task = task("test/two", TaskType.MULTI_OBJECTIVE,
                List.of(Objective.minimize("error").withReferencePoint(2), Objective.maximize("speed").withReferencePoint(0)), List.of());
        done(store, run(task, "good", 1), List.of(value(List.of(0.0, 1.0), List.of()), value(List.of(1.0, 2.0), List.of())));
        done(store, run(task, "poor", 1), List.of(value(List.of(1.0, 1.0), List.of())));
        References references = ReferenceCollector.collect(store.reader(), QUERY);
        assertThat(references.all()).singleElement().satisfies(reference -> {
            assertThat(reference.front()).isDeepEqualTo(new double[][]{{0, 1}, {1, 2}});
            assertThat(reference.best()).containsExactly(0, 2);
            assertThat(reference.worst()).containsExactly(1, 1);
        });
        Path file = folder.resolve("references.json");
        references.write(file);
        ReadOptions options = STANDARD.withReferences(References.read(file));
        assertThat(CampaignRuns.read(store.reader(), QUERY, STANDARD.withIndicator(Indicator.IGD_PLUS)).leftOut()).containsOnlyKeys("test/two");
        // Scaled to the stored front, error in [0, 1] and speed turned in [0, 1]: the front is (0, 1) and (1, 0), the poor point (1, 1).
        // IGD+: (0, 1) misses 1 in error, (1, 0) misses 1 in speed. Epsilon: 1. R2 over weights i/99: mean of max(w, 1 - w).
        double r2 = 0;
        for (int i = 0; i < 100; i++) {
            r2 += Math.max(i / 99.0, 1 - i / 99.0) / 100;
        }
        assertThat(poor(options.withIndicator(Indicator.IGD_PLUS))).isEqualTo(1);
        assertThat(poor(options.withIndicator(Indicator.EPSILON))).isEqualTo(1);
        assertThat(poor(options.withIndicator(Indicator.R2))).isCloseTo(r2, within(1e-12));
        assertThat(poor(options.withIndicator(Indicator.SPREAD))).as("of a single point").isEqualTo(1);
        PerformanceTable table = CampaignRuns.read(store.reader(), QUERY, options.withIndicator(Indicator.IGD_PLUS)).table();
        assertThat(table.finalValues(0, 0)).as("the front itself").containsExactly(0);
        assertThat(table.fronts(1, 0)).isDeepEqualTo(new double[][][]{{{1, -1}}});
        // Of the budget of 4: 1 until the first result, 0.5 from there (one of two points), 0 from the second.
        assertThat(table.areas(0, 0)[0]).isCloseTo((1 + 0.5) / 4, within(1e-12));
    }

    private double poor(ReadOptions options) {
        PerformanceTable table = CampaignRuns.read(store.reader(), QUERY, options).table();
        return table.finalValues(table.optimizers().indexOf("poor"), 0)[0];
    }

    @Test
    void referencesOfAnotherVersionAreRefused() throws Exception {
        References references = References.of(List.of(new References.Reference("t", "1", new double[]{0}, new double[]{1}, new double[0][])));
        assertThat(references.of("t", "1", 1)).isPresent();
        assertThat(references.of("u", "1", 1)).isEmpty();
        assertThatThrownBy(() -> references.of("t", "2", 1)).hasMessageContaining("version 1").hasMessageContaining("version 2");
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"schema\":1,\"tsks\":[]}");
        assertThatThrownBy(() -> References.read(file)).hasMessageContaining("does not hold references").hasMessageContaining("tsks");
    }

    @Test
    void normalisationWithinStoredBounds() {
        Bounds regret = Bounds.ofTargets(Direction.MAXIMIZE, OptionalDouble.of(10), List.of(-90.0, 9.0, 10.0)).orElseThrow();
        // Regrets from 100 to 1 on a logarithmic scale: a target at the optimum itself has no place there.
        assertThat(regret).isEqualTo(new Bounds(-10, -9, 90, Bounds.Scale.LOGARITHMIC));
        assertThat(regret.normalise(-10)).isZero();
        assertThat(regret.normalise(0)).isCloseTo(0.5, within(1e-12));
        assertThat(regret.normalise(90)).isEqualTo(1);
        assertThat(regret.normalise(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Bounds.ofTargets(Direction.MINIMIZE, OptionalDouble.empty(), List.of(4.0, 2.0))).hasValue(Bounds.linear(2, 4));
        assertThat(Bounds.ofTargets(Direction.MINIMIZE, OptionalDouble.empty(), List.of(4.0))).isEmpty();
        assertThatThrownBy(() -> Bounds.linear(1, 1)).hasMessageContaining("lower < upper");
    }

    @Test
    void areaOverTheConvergenceCurveAndRankingByIt() {
        // Bounds 10 to 0 on a linear scale, budget 4: nothing (1) until 1, 10 (1) until 2, 5 (0.5) until the end: 1 - (1 + 1 + 0.5 + 0.5) / 4.
        TaskInfo info = new TaskInfo("t", "BB", "f", 1, "y", Direction.MINIMIZE, OptionalDouble.empty(), List.of(10.0, 0.0), 4);
        PerformanceTable table = PerformanceTable.builder(List.of(info)).add(RunTrace.of("late", "t", 1, new double[]{10, 5, 7, 5}))
                .add(RunTrace.of("early", "t", 1, new double[]{5})).build();
        assertThat(table.areas(1, 0)).containsExactly(0.75);
        assertThat(table.areas(0, 0)).containsExactly((1 + 3 * 0.5) / 4);
        assertThat(Ranking.of(table, new int[]{0}, Policies.standard()).orElseThrow().meanRanks()).containsExactly(1.5, 1.5);
        assertThat(Ranking.of(table, new int[]{0}, Policies.standard().rankingBy(Criterion.ANYTIME)).orElseThrow().meanRanks()).containsExactly(1, 2);
        PerformanceTable unbounded = PerformanceTable.builder(List.of(new TaskInfo("t", "BB", "f", 1, "y", Direction.MINIMIZE, OptionalDouble.empty(),
                List.of(), 4))).add(RunTrace.of("a", "t", 1, new double[]{1})).add(RunTrace.of("b", "t", 1, new double[]{2})).build();
        assertThat(unbounded.areas(0, 0)).containsExactly(Double.NaN);
        assertThat(Ranking.of(unbounded, new int[]{0}, Policies.standard().rankingBy(Criterion.ANYTIME))).isEmpty();
    }

    private static Outcome costly(double error, double tokens) {
        return new Outcome.Success(List.of(error), List.of(), Cost.measured().with(Map.of("tokens", tokens)), Feedback.none());
    }
}
