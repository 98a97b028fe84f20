package org.optbench.model.task;

import java.util.List;

/**
 * A named, ordered list of tasks that campaigns cite, such as a published suite or a chosen subset.
 *
 * @param name    unique; letters, digits and - _ .
 * @param summary one line: where it comes from
 * @param tasks   ids with their decorators
 */
public record TaskList(String name, String summary, List<TaskId> tasks) {

    public TaskList {
        tasks = List.copyOf(tasks);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || tasks.isEmpty()) {
            throw new IllegalArgumentException(
                    "Task list '" + name + "' with " + tasks.size() + " tasks: a name of letters, digits and - _ . and at least one task are needed.");
        }
    }
}
