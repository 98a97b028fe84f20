package org.optbench.analysis.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.optbench.analysis.algoperf.TrialTime;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.results.TaskSnapshot;

/**
 * The trainings of one run: what one optimizer, or one training algorithm, did on one workload with one seed.
 *
 * @param optimizer           name in the campaign
 * @param task                the workload
 * @param seed                of the run; a study of AlgoPerf
 * @param curves              by first trial
 * @param failures            trials that failed
 * @param secondsUntilTarget  training seconds of all trials together until one of them reached the target; empty when none did or there is none
 * @param secondsSpent        training seconds of all trials together
 */
public record TrainingRun(String optimizer, TaskSnapshot task, long seed, List<LearningCurve> curves, int failures, OptionalDouble secondsUntilTarget,
        double secondsSpent) {

    public TrainingRun {
        curves = List.copyOf(curves);
    }

    /** The metric. */
    public Objective metric() {
        return task.objectives().getFirst();
    }

    /** The value to reach, if the workload has one. */
    public OptionalDouble target() {
        return metric().targets().stream().mapToDouble(t -> t).findFirst();
    }

    /** Name of the workload with its variant, without preset, algorithm and length. */
    public String workload() {
        String name = task.attributes().getOrDefault("workload", task.id().text());
        return Optional.ofNullable(task.attributes().get("variant")).map(variant -> name + "/" + variant).orElse(name);
    }

    /** How much longer than usual a training may take: {@code 1}, {@code 1.5}, {@code 3}. */
    public String length() {
        return task.attributes().getOrDefault("length", "1");
    }

    /** The curve with the best value; empty without a report. */
    public Optional<LearningCurve> best() {
        Comparator<LearningCurve> byValue = Comparator.comparingDouble(curve -> curve.best().orElseThrow());
        List<LearningCurve> reported = curves.stream().filter(curve -> curve.best().isPresent()).toList();
        return metric().direction() == Direction.MAXIMIZE ? reported.stream().max(byValue) : reported.stream().min(byValue);
    }

    /** Time to target of every curve as AlgoPerf counts it; empty without a target. */
    public List<TrialTime> times() {
        if (target().isEmpty()) {
            return List.of();
        }
        return curves.stream().map(curve -> time(curve, target().getAsDouble())).toList();
    }

    private TrialTime time(LearningCurve curve, double target) {
        String trial = Integer.toString(curve.trial());
        return curve.reaches(target).stream().mapToObj(at -> new TrialTime(optimizer, workload(), Long.toString(seed), trial, at, curve.seconds()[at]))
                .findFirst().orElseGet(() -> TrialTime.unreached(optimizer, workload(), Long.toString(seed), trial));
    }
}
