package org.optbench.cli.example;

import java.util.stream.Stream;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;

/** The task of the README. */
public final class Parabola implements TaskProvider {

    // readme: task
    static final Problem PROBLEM = Problem.of(SearchSpace.of(FloatParameter.linear("x", -5, 5)), Objective.minimize("y").withOptimum(0));

    record ParabolaTask(TaskDescription description) implements Task {
        @Override
        public Problem problem() {
            return PROBLEM;
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) {
            double x = evaluation.configuration().real("x");
            return Outcome.of(x * x);
        }
    }
    // readme: end

    @Override
    public String id() {
        return "parabola";
    }

    @Override
    public String summary() {
        return "the task of the README";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return Stream.of(TaskDescription.of(TaskId.of("parabola/1"), "1", "a parabola", "parabola", "synthetic", PROBLEM));
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        return new ParabolaTask(describe(id, context).orElseThrow(() -> new IllegalArgumentException("Task '" + id + "' is unknown.")));
    }
}
