package org.optbench.tasks.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;

/** A small learning curve with at most one flaw. */
final class FlawedTasks implements TaskProvider {

    enum Flaw {
        NONE, TWICE_LISTED, OPENS_ANYTHING, WRONG_DIMENSION, NOT_FINITE, TOO_MANY_VALUES, REMEMBERS, REPORTS_BACKWARDS, IGNORES_STOP, FORGETS_SEED
    }

    private static final Problem PROBLEM = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1)), Objective.minimize("loss"))
            .withFidelities(FidelitySpace.of(FidelityParameter.steps("epochs", 1, 9).resuming()));

    private final Flaw flaw;

    FlawedTasks(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String id() {
        return "flawed";
    }

    @Override
    public String summary() {
        return "Learning curves with a flaw.";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        Stream<TaskDescription> tasks = IntStream.range(0, 3).mapToObj(this::describe);
        return flaw == Flaw.TWICE_LISTED ? Stream.concat(tasks, Stream.of(describe(1))) : tasks;
    }

    private TaskDescription describe(int number) {
        return TaskDescription.of(TaskId.of("flawed/" + number), "1", "curve " + number, "curve", "test", PROBLEM);
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        TaskDescription description = describe(id, context).orElseGet(() -> {
            if (flaw == Flaw.OPENS_ANYTHING) {
                return describe(0);
            }
            throw new IllegalArgumentException("Task '" + id + "' is unknown.");
        });
        return new Curve(description);
    }

    private final class Curve implements Task {

        private final TaskDescription description;
        private int count;

        Curve(TaskDescription description) {
            this.description = description;
        }

        @Override
        public TaskDescription description() {
            return description;
        }

        @Override
        public Problem problem() {
            return flaw == Flaw.WRONG_DIMENSION
                    ? PROBLEM.withSpace(SearchSpace.of(FloatParameter.linear("x", 0, 1), FloatParameter.linear("y", 0, 1)))
                    : PROBLEM;
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) {
            count++;
            int epochs = (int) evaluation.fidelity().level("epochs");
            int first = evaluation.resumed().map(resumed -> (int) resumed.fidelity().level("epochs") + 1).orElse(1);
            long seed = evaluation.resumed().map(Evaluation.Resumed::seed).orElse(evaluation.seed());
            for (int epoch = first; epoch <= epochs; epoch++) {
                int shown = flaw == Flaw.REPORTS_BACKWARDS ? epochs + 1 - epoch : epoch;
                Measurement report = new Measurement(Fidelity.of("epochs", shown), List.of(loss(evaluation, shown, seed)), List.of(),
                        OptionalDouble.empty(), new TreeMap<>());
                Verdict verdict = progress.report(report);
                if (verdict != Verdict.CONTINUE && flaw != Flaw.IGNORES_STOP) {
                    return new Outcome.Interrupted(verdict == Verdict.PAUSE, report.at(), report.objectives(), List.of(), Cost.measured());
                }
            }
            List<Double> values = new ArrayList<>(List.of(loss(evaluation, epochs, seed)));
            if (flaw == Flaw.TOO_MANY_VALUES) {
                values.add(0.0);
            }
            return Outcome.of(values);
        }

        private double loss(Evaluation evaluation, int epoch, long seed) {
            double noise = flaw == Flaw.FORGETS_SEED ? System.nanoTime() : flaw == Flaw.REMEMBERS ? count : seed % 7;
            double loss = evaluation.configuration().real("x") + 1.0 / epoch + 1e-3 * noise;
            return flaw == Flaw.NOT_FINITE ? loss / 0 : loss;
        }
    }
}
