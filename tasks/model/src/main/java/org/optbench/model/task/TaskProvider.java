package org.optbench.model.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A collection of tasks, found by {@link java.util.ServiceLoader}. Methods may be called by several threads at once. Heavy resources are loaded when
 * a task is opened, shared between tasks, and never when tasks are listed.
 */
public interface TaskProvider {

    /** First segment of the ids of its tasks; unique among providers. */
    String id();

    /** One line about the collection. */
    String summary();

    /** The tasks of the collection, described lightly; endless families list a representative finite part. */
    Stream<TaskDescription> catalog(TaskContext context);

    /** The description of a task, also of legal ids beyond the catalogue; empty when there is no such task. */
    default Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        return catalog(context).filter(description -> description.id().text().equals(id.base())).findFirst();
    }

    /** What its tasks need from the machine, found or missing; may take seconds. Never throws for what is missing. */
    default List<Finding> examine(TaskContext context) {
        return List.of();
    }

    /** Published suites and chosen subsets of this collection. */
    default List<TaskList> lists() {
        return List.of();
    }

    /**
     * Opens a task without its decorators.
     *
     * @throws IllegalArgumentException when there is no such task, with the rule that its id breaks
     * @throws TaskUnavailableException when data, a program or a device is missing
     */
    Task open(TaskId id, TaskContext context);
}
