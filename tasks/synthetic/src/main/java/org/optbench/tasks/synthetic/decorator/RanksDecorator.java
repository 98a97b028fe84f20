package org.optbench.tasks.synthetic.decorator;

import org.optbench.model.Observation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;

/** Shows optimizers only the ranks of results: {@code ranks()}. The values are still recorded. */
public final class RanksDecorator extends SyntheticDecorator {

    /** For the service loader. */
    public RanksDecorator() {
        super("ranks", "ranks()", "shows optimizers only the ranks of results");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(0, 0);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed.withTraits(Trait.RANK_ONLY);
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        return new DecoratedTask(task, description, task.problem().withObservation(Observation.RANKS));
    }
}
