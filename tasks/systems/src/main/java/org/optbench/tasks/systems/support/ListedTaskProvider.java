package org.optbench.tasks.systems.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;

/** A finite collection whose tasks are listed once, lightly, and built when they are opened. */
public abstract class ListedTaskProvider implements TaskProvider {

    private final String id;
    private final String summary;
    private final String idRule;
    private volatile Map<String, Entry> entries = Map.of();

    /** Builds a task. */
    @FunctionalInterface
    public interface Opener {

        Task open(TaskDescription description, TaskContext context);
    }

    /**
     * A task of the collection.
     *
     * @param description what is listed
     * @param opener      builds the task, at the moment it is opened
     */
    public record Entry(TaskDescription description, Opener opener) {
    }

    /**
     * @param id      first segment of the ids
     * @param summary one line
     * @param idRule  how an id reads, for messages
     */
    protected ListedTaskProvider(String id, String summary, String idRule) {
        this.id = id;
        this.summary = summary;
        this.idRule = idRule;
    }

    /** The tasks; called once. */
    protected abstract Stream<Entry> entries();

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
        return listed().values().stream().map(Entry::description);
    }

    @Override
    public final Optional<TaskDescription> describe(TaskId task, TaskContext context) {
        return Optional.ofNullable(listed().get(task.base())).map(Entry::description);
    }

    @Override
    public final Task open(TaskId task, TaskContext context) {
        Entry entry = listed().get(task.base());
        if (entry == null) {
            throw new IllegalArgumentException("Task '" + task + "': the ids of this collection read " + idRule
                    + ". Maybe a part is misspelt or out of range; list them: optbench list tasks '" + id + "/**'");
        }
        if (entry.description().availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(task, missing);
        }
        return entry.opener().open(entry.description(), context);
    }

    private synchronized Map<String, Entry> listed() {
        if (entries.isEmpty()) {
            Map<String, Entry> listing = new LinkedHashMap<>();
            entries().forEach(entry -> listing.put(entry.description().id().text(), entry));
            entries = listing;
        }
        return entries;
    }
}
