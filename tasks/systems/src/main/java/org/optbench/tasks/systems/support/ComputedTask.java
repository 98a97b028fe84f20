package org.optbench.tasks.systems.support;

import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * A task that is computed at once. Safe for several threads when its evaluator is.
 *
 * @param evaluator the computation
 */
public record ComputedTask(TaskDescription description, Problem problem, Evaluator evaluator) implements Task {

    /** The computation behind a task. */
    @FunctionalInterface
    public interface Evaluator {

        Outcome evaluate(Evaluation evaluation);
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) {
        return evaluator.evaluate(evaluation);
    }
}
