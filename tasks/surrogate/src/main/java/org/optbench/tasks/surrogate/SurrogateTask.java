package org.optbench.tasks.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.Violation;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * Tuning on one instance of a scenario. The values are those of the surrogate, unchanged; they depend on the configuration and the fidelity alone. The
 * training time that the surrogate predicts is the cost. Where the fidelity is a number of epochs, the epochs on the way are reported as the learning
 * curve, and a resumed trial costs only the time that its further epochs add.
 */
final class SurrogateTask implements Task {

    private final TaskDescription description;
    private final Problem problem;
    private final Scenario scenario;
    private final OnnxSurrogate surrogate;
    private final InputEncoder encoder;
    private final int[] targets;
    private final int runtime;

    SurrogateTask(TaskDescription description, Problem problem, SurrogateId id, OnnxSurrogate surrogate, InputEncoder encoder) {
        this.description = description;
        this.problem = problem;
        this.scenario = id.scenario();
        this.surrogate = surrogate;
        this.encoder = encoder;
        targets = id.targets().stream().mapToInt(scenario::indexOf).toArray();
        runtime = scenario.indexOf(scenario.runtime());
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) {
        Optional<String> objection = objection(evaluation);
        if (objection.isPresent()) {
            return Outcome.failure(FailureKind.INVALID_SUGGESTION, "Task '" + description.id() + "': " + objection.get());
        }
        if (problem.isMultiFidelity() && scenario.hasLearningCurve()) {
            return train(evaluation, progress);
        }
        Fidelity fidelity = problem.isMultiFidelity() ? evaluation.fidelity() : scenario.fidelitySpace().full();
        float[] numbers = new float[scenario.continuous().size()];
        int[] categories = new int[scenario.categorical().size()];
        encoder.encode(evaluation.configuration(), fidelity, 0, numbers, categories);
        float[] predicted = surrogate.predict(numbers, categories, 1);
        return outcome(values(predicted, 0), Math.max(0, predicted[runtime]));
    }

    /** All epochs up to the one asked for at once, the resumed one first where there is one. */
    private Outcome train(Evaluation evaluation, Progress progress) {
        int last = (int) evaluation.fidelity().level(Scenario.EPOCH);
        int reached = evaluation.resumed().map(trial -> (int) trial.fidelity().level(Scenario.EPOCH)).filter(epoch -> epoch < last).orElse(0);
        int first = Math.max(1, reached);
        float[] curve = predict(evaluation, first, last);
        double before = reached == 0 ? 0 : seconds(curve, 0);
        double total = Math.max(0, seconds(curve, last - first) - before);
        double elapsed = 0;
        for (int epoch = reached + 1; epoch < last; epoch++) {
            // the surrogate may predict a little less time for a later epoch: the clock stands still there
            elapsed = Math.clamp(seconds(curve, epoch - first) - before, elapsed, Math.max(elapsed, total));
            List<Double> values = values(curve, epoch - first);
            Fidelity at = evaluation.fidelity().with(Scenario.EPOCH, epoch);
            Verdict verdict = progress.report(new Measurement(at, values, List.of(), OptionalDouble.of(elapsed), new TreeMap<>()));
            if (verdict != Verdict.CONTINUE) {
                return new Outcome.Interrupted(verdict == Verdict.PAUSE, at, values, List.of(), Cost.ofSeconds(elapsed));
            }
        }
        return outcome(values(curve, last - first), total);
    }

    private float[] predict(Evaluation evaluation, int first, int last) {
        int rows = last - first + 1;
        float[] numbers = new float[rows * scenario.continuous().size()];
        int[] categories = new int[rows * scenario.categorical().size()];
        for (int row = 0; row < rows; row++) {
            encoder.encode(evaluation.configuration(), evaluation.fidelity().with(Scenario.EPOCH, first + row), row, numbers, categories);
        }
        return surrogate.predict(numbers, categories, rows);
    }

    private double seconds(float[] predicted, int row) {
        return Math.max(0, predicted[row * scenario.outputs().size() + runtime]);
    }

    private List<Double> values(float[] predicted, int row) {
        List<Double> values = new ArrayList<>(targets.length);
        for (int target : targets) {
            values.add((double) predicted[row * scenario.outputs().size() + target]);
        }
        return values;
    }

    private static Outcome outcome(List<Double> values, double seconds) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Outcome.failure(FailureKind.NOT_A_NUMBER, "The surrogate predicts " + values + ".");
            }
        }
        return Outcome.of(values, List.of(), Cost.ofSeconds(seconds));
    }

    private Optional<String> objection(Evaluation evaluation) {
        if (!problem.space().contains(evaluation.configuration())) {
            List<Violation> violations = problem.space().violations(evaluation.configuration());
            return Optional.of(String.join(" ", violations.stream().map(Violation::reason).toList()));
        }
        return problem.fidelities().objection(evaluation.fidelity());
    }
}
