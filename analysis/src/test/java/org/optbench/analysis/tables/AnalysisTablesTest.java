package org.optbench.analysis.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.RunTrace;
import org.optbench.analysis.SimulatedRuns;
import org.optbench.analysis.TargetEffort;
import org.optbench.analysis.TaskInfo;
import org.optbench.model.Direction;
import tech.tablesaw.api.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalysisTablesTest {

    private static final TaskInfo TASK =
            new TaskInfo("t", "BB", "f", 2, "y", Direction.MAXIMIZE, OptionalDouble.of(9), List.of(1.0, 5.0, 9.0), 4);

    /** Two runs of the one attain 5 after 2 and 4 evaluations, one of three of the other after 3. */
    private static PerformanceTable small() {
        return PerformanceTable.builder(List.of(TASK)).add(RunTrace.of("a", "t", 1, new double[]{0, 6, 0, 0}))
                .add(RunTrace.of("a", "t", 2, new double[]{0, 0, 0, 7})).add(RunTrace.of("b", "t", 1, new double[]{1, 1, 5, 5}))
                .add(RunTrace.of("b", "t", 2, new double[]{2, 2, 2, 2})).add(RunTrace.of("b", "t", 3, new double[]{3, 3, 3, 3})).build();
    }

    @Test
    void runsInTheDirectionsOfTheirTasks() {
        Table runs = AnalysisTables.runs(small());
        assertThat(runs.rowCount()).isEqualTo(5);
        assertThat(runs.doubleColumn("value").asDoubleArray()).containsExactly(6, 7, 5, 2, 3);
        assertThat(runs.doubleColumn("regret").asDoubleArray()).containsExactly(3, 2, 4, 7, 6);
        assertThat(runs.doubleColumn("seconds").countMissing()).as("times are not known").isEqualTo(5);
        Table performance = AnalysisTables.performance(small(), Aggregation.MEDIAN);
        assertThat(performance.doubleColumn("a").get(0)).isEqualTo(6.5);
        assertThat(performance.doubleColumn("b").get(0)).isEqualTo(3);
        assertThat(AnalysisTables.incumbents(small()).rowCount()).isEqualTo(5 * PerformanceTable.GRID);
    }

    @Test
    void effortsToTargetsWithRestartsAndSideBySide() {
        List<TargetEffort> efforts = TargetEffort.of(small(), 0, 1, 500);
        TargetEffort a = efforts.getFirst();
        TargetEffort b = efforts.getLast();
        assertThat(a.expected().value()).isEqualTo(3);
        // Expected effort with restarts: (3 + 4 + 4) / 1 success.
        assertThat(b.expected().value()).isEqualTo(11);
        assertThat(b.median()).as("a third only").isInfinite();
        assertThat(b.bestOfShare()).containsExactly(new double[]{1 / 3.0, 2 / 3.0, 1}, within(1e-12));
        // Of the pairs of runs two hold the success, after 3, and one does not, stopped at 4.
        assertThat(b.bestOfEffort()[1]).isCloseTo((3 + 3 + 4) / 3.0, within(1e-12));
        assertThat(b.costOfBestOf(2).orElseThrow()).isCloseTo(20 / 3.0, within(1e-12));
        assertThat(b.costOfBestOf(4)).isEmpty();
        // Restarts add 4 a failure: 3, 7, 11, ... with probabilities 1/3, 2/9, ...: the median is the second.
        assertThat(b.dispersion().median()).isEqualTo(7);
        Table targets = AnalysisTables.targets(small());
        assertThat(targets.rowCount()).as("nobody attained the third target").isEqualTo(4);
        assertThat(targets.doubleColumn("expected_effort").asDoubleArray()).containsExactly(3, 1 + 0.0, 3, 11);
        Table profiles = AnalysisTables.profiles(small(), new int[]{0});
        // Targets 1 and 5: ratios of a are 3 / 1 and 1, of b 1 and 11 / 3.
        assertThat(profiles.doubleColumn("fastest").asDoubleArray()).containsExactly(0.5, 0.5);
        assertThat(profiles.doubleColumn("score").asDoubleArray()).containsExactly(new double[]{(1.0 / 3 + 1) / 2, (1 + 1.0 / 9) / 2}, within(1e-12));
    }

    @Test
    void rankingRatingsAndPairs() {
        PerformanceTable table = SimulatedRuns.table(5, 12, 4, 60);
        Ranking ranking = Ranking.of(table, table.completeTasks(), Policies.standard()).orElseThrow();
        Table ranks = AnalysisTables.ranking(table, ranking);
        assertThat(ranks.stringColumn("optimizer").asList().getFirst()).isEqualTo("gp-bo");
        assertThat(ranks.doubleColumn("mean_rank").asDoubleArray()).isSorted();
        assertThat(ranks.doubleColumn("p_against_best").isMissing(0)).isTrue();
        Table ratings = AnalysisTables.ratings(table, ranking);
        assertThat(ratings.stringColumn("optimizer").asList()).first().isEqualTo("gp-bo");
        assertThat(ratings.doubleColumn("rating").mean()).as("what one gains another loses, nearly").isCloseTo(1500, within(25.0));
        Table pairs = AnalysisTables.pairs(table, ranking);
        assertThat(pairs.rowCount()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            assertThat(pairs.doubleColumn("p_better").getDouble(i) + pairs.doubleColumn("p_equivalent").getDouble(i)
                    + pairs.doubleColumn("p_worse").getDouble(i)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void filesHoldWhatTheTablesHold(@TempDir Path folder) {
        Table runs = AnalysisTables.runs(small());
        Table back = Table.read().csv(TableFiles.write(runs, TableFormat.CSV, folder.resolve("deep")).toFile());
        assertThat(back.columnNames()).isEqualTo(runs.columnNames());
        assertThat(back.numberColumn("value").asDoubleArray()).isEqualTo(runs.doubleColumn("value").asDoubleArray());
        JsonNode json = new JsonMapper().readTree(TableFiles.text(runs, TableFormat.JSON));
        assertThat(json.size()).isEqualTo(5);
        assertThat(json.get(0).get("value").asDouble()).isEqualTo(6);
        assertThat(json.get(0).get("seconds").isNull()).isTrue();
        assertThat(AnalysisTables.rows(runs)).first().extracting(Map::size).isEqualTo(runs.columnCount());
    }
}
