package org.optbench.tasks.synthetic.task;

import java.util.function.Supplier;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * A task that is known by its id alone.
 *
 * @param description what is listed; made without building the task
 * @param opener builds the task, at the moment it is opened
 */
public record GeneratedTask(TaskDescription description, Supplier<Task> opener) {}
