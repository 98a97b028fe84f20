package org.optbench.tasks.synthetic.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;

/** A collection whose tasks follow from structured ids; it needs no data, and an id is resolved without listing the others. */
public abstract class GeneratedTaskProvider implements TaskProvider {

    private final String id;
    private final String summary;
    private final String idRule;

    /**
     * @param id first segment of the ids
     * @param summary one line
     * @param idRule how an id reads, for messages, such as {@code bbob/f<1..24>/d<2..>/i<1..>}
     */
    protected GeneratedTaskProvider(String id, String summary, String idRule) {
        this.id = id;
        this.summary = summary;
        this.idRule = idRule;
    }

    /** The task with these segments after the provider's own; empty when there is none. */
    protected abstract Optional<GeneratedTask> find(List<String> segments);

    /** The tasks to list. */
    protected abstract Stream<GeneratedTask> generated();

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final Stream<TaskDescription> catalog(TaskContext context) {
        return generated().map(GeneratedTask::description);
    }

    @Override
    public final Optional<TaskDescription> describe(TaskId task, TaskContext context) {
        return resolve(task).map(GeneratedTask::description);
    }

    @Override
    public final Task open(TaskId task, TaskContext context) {
        return resolve(task).orElseThrow(() -> new IllegalArgumentException("Task '" + task + "': the ids of this collection read " + idRule
                + ". Maybe a part is misspelt or out of range; list them: optbench list tasks '" + id + "/**'")).opener().get();
    }

    private Optional<GeneratedTask> resolve(TaskId task) {
        List<String> segments = task.segments();
        return segments.getFirst().equals(id) ? find(segments.subList(1, segments.size())) : Optional.empty();
    }
}
