package org.optbench.cli;

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

/** Tasks {@code slow/N}: a sphere whose evaluation sleeps N milliseconds, so that there is time to disturb a campaign that costs little. */
public final class SlowTasks implements TaskProvider {

    private static final Problem PROBLEM = Problem.of(SearchSpace.of(FloatParameter.linear("x", -5, 5), FloatParameter.linear("y", -5, 5)),
            Objective.minimize("value").withOptimum(0));

    private record Slow(TaskDescription description, long millis) implements Task {
        @Override
        public Problem problem() {
            return PROBLEM;
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) throws InterruptedException {
            Thread.sleep(millis);
            double x = evaluation.configuration().real("x");
            double y = evaluation.configuration().real("y");
            return Outcome.of(x * x + y * y);
        }
    }

    @Override
    public String id() {
        return "slow";
    }

    @Override
    public String summary() {
        return "sphere functions that take their time";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return Stream.of(1, 5, 20, 100).map(millis -> TaskDescription.of(TaskId.of("slow/" + millis), "1", "sleeps", "slow", "synthetic", PROBLEM));
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        TaskDescription description = describe(id, context).orElseThrow(() -> new IllegalArgumentException("Task '" + id + "' is unknown."));
        return new Slow(description, Long.parseLong(id.text().substring("slow/".length())));
    }
}
