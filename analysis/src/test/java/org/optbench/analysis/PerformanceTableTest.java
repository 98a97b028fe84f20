package org.optbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.optbench.model.Direction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PerformanceTableTest {

    private static final int HPO_B_TASKS = 22;
    private static final double[] HPO_B_RANKS =
            {4.113636363636363, 5.454545454545454, 3.75, 4.090909090909091, 4.0227272727272725, 5.5, 4.568181818181818, 4.5};
    private static final TaskInfo TASK = new TaskInfo("t", "BB", "f", 2, "y", Direction.MAXIMIZE, OptionalDouble.empty(), List.of(1.0, 5.0, 9.0), 4);
    private static final double NAN = Double.NaN;

    @Test
    void aRunBecomesCurveHitsAndBest() {
        RunTrace trace = new RunTrace("a", "t", 7, new double[]{0.5, 1.5, 3, 3.5, 4.5}, new double[]{NAN, 2, 1, 6, 10}, new double[]{1, 2, 3, 4, 5},
                new double[]{.1, .1, .1, .1, .1}, 1);
        PerformanceTable table = PerformanceTable.builder(List.of(TASK)).add(trace).build();
        double[] efforts = table.efforts(0);
        assertThat(efforts[0]).isEqualTo(1);
        assertThat(efforts[PerformanceTable.GRID - 1]).isEqualTo(4);
        for (int g = 0; g < efforts.length; g++) {
            double expected = efforts[g] < 1.5 ? Double.POSITIVE_INFINITY : efforts[g] < 3.5 ? -2 : -6;
            assertThat(table.valuesAt(0, 0, g)).as("at effort %s", efforts[g]).containsExactly(expected);
        }
        // The result at effort 4.5 is beyond the budget of 4 and does not count.
        assertThat(table.finalValues(0, 0)).containsExactly(-6);
        assertThat(table.hits(0, 0, 0)).containsExactly(1.5);
        assertThat(table.hits(0, 0, 1)).containsExactly(3.5);
        assertThat(table.hits(0, 0, 2)).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(table.suggestSeconds(0, 0)[0]).isCloseTo(0.1, within(1e-12));
        assertThat(table.failures(0, 0)).isEqualTo(1);
    }

    @Test
    void wrongRunsAreRefused() {
        PerformanceTable.Builder builder = PerformanceTable.builder(List.of(TASK)).add(RunTrace.of("a", "t", 1, new double[]{1}));
        assertThatThrownBy(() -> builder.add(RunTrace.of("a", "t", 1, new double[]{1}))).hasMessageContaining("two runs").hasMessageContaining("seed 1");
        assertThatThrownBy(() -> builder.add(RunTrace.of("a", "u", 1, new double[]{1}))).hasMessageContaining("'u'");
        assertThatThrownBy(() -> new RunTrace("a", "t", 1, new double[]{2, 1}, new double[2], new double[0], new double[0], 0))
                .hasMessageContaining("must not decrease");
    }

    @Test
    void missingRunsFollowThePolicy() {
        List<TaskInfo> tasks = List.of(task("t0"), task("t1"), task("t2"));
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks);
        for (int t = 0; t < 3; t++) {
            builder.add(RunTrace.of("a", "t" + t, 1, new double[]{1}));
            if (t < 2) {
                builder.add(RunTrace.of("b", "t" + t, 1, new double[]{2}));
            }
        }
        PerformanceTable table = builder.build();
        int[] all = {0, 1, 2};
        Policies drop = Policies.standard();
        Ranking dropped = Ranking.of(table, all, drop).orElseThrow();
        assertThat(dropped.tasks()).containsExactly(0, 1);
        assertThat(dropped.dropped()).containsExactly(2);
        assertThat(dropped.meanRanks()).containsExactly(1, 2);
        Ranking worst = Ranking.of(table, all, new Policies(Aggregation.MEDIAN, MissingRuns.WORST, Policies.PostHoc.NEMENYI, 0.05)).orElseThrow();
        assertThat(worst.meanRanks()[1]).isCloseTo(2, within(1e-12));
        assertThatThrownBy(() -> Ranking.of(table, all, new Policies(Aggregation.MEAN, MissingRuns.FAIL, Policies.PostHoc.NEMENYI, 0.05)))
                .hasMessageContaining("'b'").hasMessageContaining("'t2'");
        assertThat(Ranking.of(table, new int[]{2}, drop)).isEmpty();
    }

    @Test
    void identicalOptimizersAreNotToldApart() {
        List<TaskInfo> tasks = SimulatedRuns.tasks(15, 40);
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks);
        for (int t = 0; t < 15; t++) {
            for (int seed = 1; seed <= 5; seed++) {
                RunTrace run = SimulatedRuns.run(0, tasks.get(t), t, seed, 40);
                RunTrace bad = SimulatedRuns.run(6, tasks.get(t), t, seed, 40);
                for (String twin : List.of("twin-1", "twin-2")) {
                    builder.add(new RunTrace(twin, run.task(), seed, run.effort(), run.values(), run.seconds(), run.suggestSeconds(), 0));
                }
                builder.add(bad);
            }
        }
        PerformanceTable table = builder.build();
        Ranking ranking = Ranking.of(table, table.completeTasks(), Policies.standard()).orElseThrow();
        int first = ranking.optimizers().indexOf("twin-1");
        int second = ranking.optimizers().indexOf("twin-2");
        int random = ranking.optimizers().indexOf("random-search");
        assertThat(ranking.pValues()[first][second]).isEqualTo(1);
        assertThat(ranking.effects()[first][second]).isEqualTo(0.5);
        assertThat(ranking.meanRanks()[first]).isEqualTo(ranking.meanRanks()[second]);
        // 15 of 15 tasks won: 2 / 2^15 for each pair, three pairs adjusted by Holm
        assertThat(ranking.pValues()[first][random]).isCloseTo(3 * 2 / 32768.0, within(1e-12));
        assertThat(ranking.groups().cliques()).hasSize(1);
    }

    @Test
    void hpoBResults() throws IOException {
        // HPO-B (Pineda Arango et al., 2021): 4 search spaces with 22 data sets, 5 seeds, best accuracy after 0 .. 100 steps. Independent values:
        // mean over the data sets of the ranks of the median final accuracy, computed with NumPy and SciPy rankdata.
        List<String> methods = List.of("BOHAMIANN", "DNGO", "FSBO", "GP", "RGPE", "Random", "TAF", "TST");
        JsonMapper mapper = new JsonMapper();
        List<TaskInfo> tasks = new ArrayList<>();
        List<RunTrace> runs = new ArrayList<>();
        for (String method : methods) {
            JsonNode spaces = mapper.readTree(Files.readString(SharedData.reference("hpob_results/" + method + ".json")));
            for (var space : spaces.properties()) {
                for (var set : space.getValue().properties()) {
                    String id = "hpob/" + space.getKey() + "/" + set.getKey();
                    if (method.equals(methods.getFirst())) {
                        tasks.add(new TaskInfo(id, "BB", space.getKey(), 1, "accuracy", Direction.MAXIMIZE, OptionalDouble.empty(), List.of(), 101));
                    }
                    for (var seed : set.getValue().properties()) {
                        double[] values = new double[seed.getValue().size()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = seed.getValue().get(i).asDouble();
                        }
                        runs.add(RunTrace.of(method, id, seed.getKey().charAt(4), values));
                    }
                }
            }
        }
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks);
        runs.forEach(builder::add);
        PerformanceTable table = builder.build();
        Optional<Ranking> ranking =
                Ranking.of(table, table.completeTasks(), new Policies(Aggregation.MEDIAN, MissingRuns.FAIL, Policies.PostHoc.NEMENYI, 0.05));
        assertThat(table.tasks()).hasSize(HPO_B_TASKS);
        assertThat(ranking.orElseThrow().meanRanks()).containsExactly(HPO_B_RANKS, within(1e-6));
    }

    private static TaskInfo task(String id) {
        return new TaskInfo(id, "BB", "f", 2, "y", Direction.MINIMIZE, OptionalDouble.empty(), List.of(), 1);
    }
}
