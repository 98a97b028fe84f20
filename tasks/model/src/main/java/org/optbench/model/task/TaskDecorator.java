package org.optbench.model.task;

import java.util.List;

/** A variation of any task, such as noise, a shift or rank-only feedback; found by {@link java.util.ServiceLoader}. */
public interface TaskDecorator {

    /** Name in task ids, {@code [a-z][a-z0-9-]*}; unique among decorators. */
    String id();

    /** One line: what it does and its arguments. */
    String summary();

    /**
     * The decorated description; its id carries the decorator.
     *
     * @throws IllegalArgumentException when the arguments are wrong or the task cannot be decorated so
     */
    TaskDescription describe(TaskDescription task, List<String> arguments);

    /** The decorated task, which closes the original. */
    Task decorate(Task task, List<String> arguments);
}
