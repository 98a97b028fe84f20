package org.optbench.tasks.synthetic.task;

import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * A task whose outcome is computed at once from the configuration itself. Safe for several threads.
 *
 * @param evaluator the computation
 */
public record ConfigurationTask(TaskDescription description, Problem problem, Evaluator evaluator) implements Task {

    /** The computation behind a task. */
    @FunctionalInterface
    public interface Evaluator {

        /** Evaluates a legal configuration. */
        Outcome evaluate(Configuration configuration, Evaluation evaluation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the configuration is not in the space
     */
    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) {
        Configuration configuration = evaluation.configuration();
        if (!problem.space().contains(configuration)) {
            throw new IllegalArgumentException("Configuration " + configuration.canonicalText() + " is not in the space of task '" + description.id()
                    + "': " + problem.space().violations(configuration) + " Maybe repair it with SearchSpace.repair.");
        }
        return evaluator.evaluate(configuration, evaluation);
    }
}
