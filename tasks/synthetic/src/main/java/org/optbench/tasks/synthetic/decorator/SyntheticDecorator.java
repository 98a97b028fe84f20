package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDecorator;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;

/** What the decorators share: the id of the decorated task, and arguments checked the same way when it is described and decorated. */
abstract class SyntheticDecorator implements TaskDecorator {

    private final String id;
    private final String summary;
    private final String usage;

    SyntheticDecorator(String id, String usage, String summary) {
        this.id = id;
        this.usage = usage;
        this.summary = usage + ": " + summary;
    }

    /** Refuses wrong arguments. */
    abstract void check(Arguments arguments);

    /** What changes in the description beside the id. */
    abstract TaskDescription describe(TaskDescription renamed, Arguments arguments);

    /** The decorated task with the given description. */
    abstract Task decorate(Task task, TaskDescription description, Arguments arguments);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final TaskDescription describe(TaskDescription task, List<String> values) {
        Arguments arguments = new Arguments(id, usage, values);
        check(arguments);
        TaskDescription renamed = task.withId(TaskId.of(task.id().text() + "+" + id + "(" + String.join(",", values) + ")"));
        return describe(renamed, arguments);
    }

    @Override
    public final Task decorate(Task task, List<String> values) {
        return decorate(task, describe(task.description(), values), new Arguments(id, usage, values));
    }
}
