package org.optbench.analysis.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.optbench.analysis.report.TrainingReport;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
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
import org.optbench.results.MeasurementRecord;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.RunKey;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialTimes;

class TrainingRunsTest {

    private final List<TrialRecord> trials = new ArrayList<>();
    private final List<MeasurementRecord> reports = new ArrayList<>();
    private int sequence = 1;

    @Test
    void aTrainingThatGoesOnContinuesItsCurveAndItsClock() {
        // Trial 0: two epochs of a second, paused; trial 1: one epoch, stopped; trial 2 takes trial 0 to the target at epoch 4.
        report(0, 1, 1, 0.5);
        report(0, 2, 2, 0.6);
        trial(0, OptionalInt.empty(), new Outcome.Interrupted(true, Fidelity.of("epochs", 2), List.of(0.6), List.of(), Cost.measured()), 9);
        report(1, 1, 1.5, 0.2);
        trial(1, OptionalInt.empty(), new Outcome.Interrupted(false, Fidelity.of("epochs", 1), List.of(0.2), List.of(), Cost.measured()), 9);
        report(2, 3, 1, 0.7);
        report(2, 4, 2, 0.9);
        trial(2, OptionalInt.of(0), new Outcome.Success(List.of(0.9), List.of(), Cost.measured(), Feedback.none()), 9);
        TrainingRun run = TrainingRuns.run(view("asha", task("train/net/cpu", "1", ""), 1), trials, reports);
        assertThat(run.curves()).hasSize(2);
        LearningCurve first = run.curves().getFirst();
        assertThat(first.epochs()).containsExactly(1, 2, 3, 4);
        assertThat(first.seconds()).containsExactly(1, 2, 3, 4);
        assertThat(first.reaches(0.8)).hasValue(3);
        assertThat(first.isCutShort()).isFalse();
        assertThat(run.curves().get(1).isCutShort()).isTrue();
        assertThat(run.secondsUntilTarget().orElseThrow()).isCloseTo(2 + 1.5 + 2, within(1e-12));
        assertThat(run.times()).extracting(time -> time.seconds()).containsExactly(4.0, Double.POSITIVE_INFINITY);
        assertThat(run.times()).extracting(time -> time.evaluationIndex()).containsExactly(3, -1);
        assertThat(run.best().orElseThrow().trial()).isZero();
    }

    @Test
    void rulesetsAreScoredApartAndAVariantThatIsMissedTakesTheCreditOfItsBase() {
        List<TrainingRun> runs = List.of(quick("a", "1", "", 2), quick("b", "1", "", 4), quick("a", "1", "tanh", Double.POSITIVE_INFINITY),
                quick("b", "1", "tanh", 3), quick("a", "1.5", "", 5), quick("b", "1.5", "", 10));
        List<Competition> competitions = Competition.of(runs);
        assertThat(competitions).extracting(Competition::length).containsExactly("1", "1.5");
        Competition external = competitions.getFirst();
        assertThat(external.table().workloads()).containsExactly("net", "net/tanh");
        assertThat(external.scores().baseWorkloads()).containsExactly("net");
        // a misses the variant, so its base does not count; b is then the fastest.
        assertThat(external.scores().exactScores()).containsExactly(0, 1);
        Competition self = competitions.get(1);
        assertThat(self.scores().exactScores()[1]).isCloseTo((4 - 2) / 3.0, within(1e-12));
        assertThat(self.speedUp(1, 0)).isCloseTo(2, within(1e-12));
        assertThat(self.solved(0)).isEqualTo(1);
    }

    @Test
    void theCalibratedPointReachesTheMostTargets() {
        List<TrainingRun> runs = new ArrayList<>();
        for (String variant : List.of("", "tanh", "relu")) {
            trials.clear();
            reports.clear();
            sequence = 1;
            for (int trial = 0; trial < 3; trial++) {
                // Point 1 is fastest on one workload, point 2 reaches the target on all of them.
                boolean reached = trial == 2 || trial == 1 && variant.isEmpty();
                report(trial, 1, trial == 1 ? 1 : 3, reached ? 0.9 : 0.1);
                trial(trial, OptionalInt.empty(), new Outcome.Success(List.of(0.5), List.of(), Cost.measured(), Feedback.none()), trial);
            }
            runs.add(TrainingRuns.run(view("a", task("train/net/cpu" + variant, "1", variant), 1), trials, reports));
        }
        assertThat(Competition.of(runs).getFirst().calibrated("a")).hasValue(2);
    }

    @Test
    void thePageShowsScoresCurvesAndBestConfigurations() {
        String html = TrainingReport.html("race",
                List.of(quick("fast", "1", "", 2), quick("slow", "1", "", 4), quick("fast", "1.5", "", 2), quick("slow", "1.5", "", 3)));
        assertThat(html).contains("External tuning, the usual training: fast scores highest").contains("Self-tuning, 1.5 times").contains("<svg")
                .contains("train/net/cpu: accuracy, to be maximised, target 0.8").doesNotContain("optimizer state, KiB")
                .doesNotContain("http://127").doesNotContain("<script");
    }

    /** One training that reaches the target after some seconds, or does not. */
    private TrainingRun quick(String optimizer, String length, String variant, double seconds) {
        trials.clear();
        reports.clear();
        sequence = 1;
        report(0, 1, Double.isFinite(seconds) ? seconds : 7, Double.isFinite(seconds) ? 0.85 : 0.3);
        report(0, 2, Double.isFinite(seconds) ? seconds + 1 : 8, Double.isFinite(seconds) ? 0.9 : 0.3);
        trial(0, OptionalInt.empty(), new Outcome.Success(List.of(0.5), List.of(), Cost.measured(), Feedback.none()), 1);
        String id = "train/net/cpu" + (variant.isEmpty() ? "" : "/variant=" + variant) + (length.equals("1") ? "" : "/length=" + length);
        return TrainingRuns.run(view(optimizer, task(id, length, variant), 1), trials, reports);
    }

    private void report(int trial, double epoch, double seconds, double value) {
        reports.add(new MeasurementRecord(sequence++, trial, new Measurement(Fidelity.of("epochs", epoch), List.of(value), List.of(),
                OptionalDouble.of(seconds), new TreeMap<>(Map.of("state_bytes", 4096.0))), Verdict.CONTINUE, 1));
    }

    private void trial(int index, OptionalInt resumes, Outcome outcome, int rate) {
        trials.add(TrialRecord.of(sequence++, 0, index, "{\"lr\":" + rate + "}", Fidelity.of("epochs", 4), resumes, 1, outcome,
                new TrialClock(0, 1, 1, 0, 0), TrialTimes.unknown(), 0, 0));
    }

    private static TaskSnapshot task(String id, String length, String variant) {
        TreeMap<String, String> attributes = new TreeMap<>(Map.of("workload", "net", "length", length));
        if (!variant.isEmpty()) {
            attributes.put("variant", variant);
            attributes.put("held_out_of", "net");
        }
        return new TaskSnapshot(TaskId.of(id), "1", TaskType.MULTI_FIDELITY, "net", "ml", 1, TaskClock.WALL, Set.of(),
                List.of(Objective.maximize("accuracy").withTargets(List.of(0.8))), List.of(), FidelitySpace.of(FidelityParameter.steps("epochs", 1, 4)),
                attributes);
    }

    private static RunView view(String optimizer, TaskSnapshot task, long seed) {
        RunRecord run = new RunRecord(new RunKey("0".repeat(64)), new OptimizerSnapshot(optimizer, optimizer, "1", "{}", new TreeMap<>()), task,
                Budget.ofTrials(3), 1, seed, new TreeMap<>());
        return new RunView(run, RunStatus.DONE, 1, 0, "", "", Optional.empty(), Optional.empty());
    }
}
