package org.optbench.tasks.synthetic.task;

import java.util.Arrays;
import java.util.List;
import org.optbench.model.Cost;
import org.optbench.model.Feedback;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.function.RealFunction;
import org.optbench.tasks.synthetic.function.VectorFunction;

/** A task whose outcome is computed at once from the vector of the configuration. Safe for several threads. */
public final class NumericTask implements Task {

    /** The computation behind a task. */
    @FunctionalInterface
    public interface Evaluator {

        /**
         * Evaluates.
         *
         * @param x the configuration as a vector in the order of the parameters, array shape {@code [d]}; may be kept or changed
         * @param evaluation fidelity and seed
         */
        Outcome evaluate(double[] x, Evaluation evaluation);
    }

    private final TaskDescription description;
    private final Problem problem;
    private final VectorReader reader;
    private final Evaluator evaluator;

    public NumericTask(TaskDescription description, Problem problem, Evaluator evaluator) {
        this.description = description;
        this.problem = problem;
        this.reader = new VectorReader(problem.space());
        this.evaluator = evaluator;
    }

    /** The task of minimising a function. */
    public static NumericTask of(TaskDescription description, Problem problem, RealFunction function) {
        return new NumericTask(description, problem, (x, _) -> success(function.value(x)));
    }

    /** The task of minimising several objectives, or one under constraints. */
    public static NumericTask of(TaskDescription description, Problem problem, VectorFunction function) {
        return new NumericTask(description, problem, (x, _) -> {
            double[] f = new double[function.objectives()];
            double[] g = new double[function.constraints()];
            function.evaluate(x, f, g);
            return new Outcome.Success(boxed(f), boxed(g), Cost.measured(), Feedback.none());
        });
    }

    /** The numbers as a list. */
    public static List<Double> boxed(double[] values) {
        return values.length == 0 ? List.of() : Arrays.stream(values).boxed().toList();
    }

    private static Outcome success(double value) {
        return new Outcome.Success(List.of(value), List.of(), Cost.measured(), Feedback.none());
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
        return evaluator.evaluate(reader.read(evaluation.configuration()), evaluation);
    }
}
