package org.optbench.analysis.algoperf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.SharedData;

class AlgoPerfTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    /** The published leaderboard of AlgoPerf v0.5, self-tuning (mlcommons/submissions_algorithms), from the hits of its raw logs. */
    @Test
    void publishedLeaderboard() throws IOException {
        List<TrialTime> trials = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.reference("algoperf_v05_self_tuning_trials.csv")).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            trials.add(cells[7].isEmpty() ? TrialTime.unreached(cells[2], cells[3], cells[4], cells[5])
                    : new TrialTime(cells[2], cells[3], cells[4], cells[5], (int) Double.parseDouble(cells[7]), Double.parseDouble(cells[8])));
        }
        AlgoPerfScores scores = AlgoPerfScores.of(TimeTable.of(trials), AlgoPerfScores.HELD_OUT_V05);
        Map<Double, String> byScore = new TreeMap<>();
        for (int i = 0; i < scores.submissions().size(); i++) {
            byScore.put(Math.round(scores.scores()[i] * 1e4) / 1e4, scores.submissions().get(i));
            assertThat(scores.exactScores()[i]).isCloseTo(scores.scores()[i], within(0.0015));
        }
        assertThat(scores.baseWorkloads()).hasSize(8);
        assertThat(byScore.keySet()).containsExactly(0.0, 0.0903, 0.1420, 0.3308, 0.8194, 0.8542);
        assertThat(byScore.get(0.8542)).contains("schedule_free");
        assertThat(byScore.get(0.0)).isEqualTo("adamg");
    }

    @Test
    void theStudyTakesTheSmallestEvaluationIndexNotTheSmallestTime() {
        List<TrialTime> trials = List.of(hit("s", "w", "study_0", 9, 100), hit("s", "w", "study_0", 7, 140), hit("s", "w", "study_0", 7, 130),
                TrialTime.unreached("s", "w", "study_0", "x"));
        assertThat(TimeTable.studyTime(trials)).isEqualTo(130);
        assertThat(TimeTable.studyTime(List.of(TrialTime.unreached("s", "w", "study_0", "x")))).isEqualTo(INF);
    }

    @Test
    void theMedianOverStudiesTakesInfinityPart() {
        List<TrialTime> trials = new ArrayList<>(List.of(hit("s", "w", "study_0", 1, 10), hit("s", "w", "study_1", 1, 30),
                TrialTime.unreached("s", "w", "study_2", "t")));
        assertThat(TimeTable.workloadTime(trials)).isEqualTo(30);
        trials.add(TrialTime.unreached("s", "w", "study_3", "t"));
        assertThat(TimeTable.workloadTime(trials)).isEqualTo(INF);
    }

    @Test
    void anUnsolvedBaseMakesItsVariantUnsolvedBeforeTimesAreCompared() {
        // Step 4a: submission 0 did not solve the base, so its fast variant must not set the bar for the others in step 4b.
        TimeTable table = new TimeTable(List.of("a", "b", "c"), List.of("base", "variant"), new double[][]{{INF, 10}, {100, 90}, {120, 380}});
        double[][] gated = AlgoPerfScores.gate(table, Map.of("variant", "base"));
        assertThat(gated).isEqualTo(new double[][]{{INF, INF}, {100, 90}, {INF, INF}});
    }

    @Test
    void theMinimumOfARatioIsTakenAfterGating() {
        // Step 5: "a" is fastest on the base but fails its variant; ratios are to the fastest that is left.
        TimeTable table = new TimeTable(List.of("a", "b", "c"), List.of("base", "variant"), new double[][]{{50, INF}, {100, 90}, {150, 90}});
        AlgoPerfScores scores = AlgoPerfScores.of(table, Map.of("variant", "base"));
        assertThat(scores.ratios()).isEqualTo(new double[][]{{INF}, {1}, {1.5}});
        assertThat(scores.exactScores()).containsExactly(new double[]{0, 1, 2.5 / 3}, within(1e-12));
        assertThat(scores.profile(2, 1.4)).isZero();
        assertThat(scores.profile(2, 1.5)).isEqualTo(1);
    }

    @Test
    void aWorkloadThatNobodySolvedGivesNoCreditButCounts() {
        TimeTable table = new TimeTable(List.of("a", "b"), List.of("hard", "easy"), new double[][]{{INF, 1}, {INF, 2}});
        AlgoPerfScores scores = AlgoPerfScores.of(table, Map.of());
        assertThat(scores.exactScores()).containsExactly(new double[]{0.5, 1 / 3.0}, within(1e-12));
    }

    @Test
    void speedUpIsAGeometricMeanWithTheBudgetForUnsolved() {
        TimeTable table = new TimeTable(List.of("a", "b"), List.of("w0", "w1"), new double[][]{{40, INF}, {10, 25}});
        // sqrt(40/10 * 100/25) with a budget of 99 s
        assertThat(AlgoPerfScores.speedUp(table, 0, 1, new int[]{0, 1}, new double[]{99, 99})).isCloseTo(4, within(1e-12));
    }

    @Test
    void rawLogs(@TempDir Path root) throws IOException {
        write(root, "mine/study_0/ogbg_jax/trial_1", "global_step,score,validation/mean_average_precision", "0,5.5,0.1", "10,12.5,nan", "20,20.25,0.281",
                "30,30,0.2");
        write(root, "mine/study_0/wmt_pytorch/trial_1", "score,validation/loss,global_step", "7,1.5,0", "8,0.25,1");
        write(root, "mine/study_1/ogbg_jax/trial_1", "global_step,score,validation/mean_average_precision", "0,5.5,0.1");
        write(root, "mine/study_0/other_jax/trial_1", "anything", "1");
        List<Workload> workloads = List.of(new Workload("ogbg", "mean_average_precision", 0.28098), new Workload("wmt", "loss", 0.25));
        List<TrialTime> trials = RawLogs.read(root, workloads);
        assertThat(trials).containsExactly(new TrialTime("mine", "ogbg", "study_0", "trial_1", 2, 20.25),
                new TrialTime("mine", "wmt", "study_0", "trial_1", 1, 8), TrialTime.unreached("mine", "ogbg", "study_1", "trial_1"));
        write(root, "mine/study_2/wmt_jax/trial_1", "score,validation/loss", "7,bad");
        assertThatThrownBy(() -> RawLogs.read(root, workloads)).hasMessageContaining("'bad'").hasMessageContaining("line 2");
    }

    private static TrialTime hit(String submission, String workload, String study, int index, double seconds) {
        return new TrialTime(submission, workload, study, "trial", index, seconds);
    }

    private static void write(Path root, String folder, String... lines) throws IOException {
        Files.createDirectories(root.resolve(folder));
        Files.write(root.resolve(folder).resolve("eval_measurements.csv"), List.of(lines));
    }
}
