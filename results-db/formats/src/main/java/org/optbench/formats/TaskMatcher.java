package org.optbench.formats;

import java.util.Optional;
import org.optbench.model.task.TaskId;
import org.optbench.results.TaskSnapshot;

/** Finds the tasks of this platform, so that imported runs of the same task stand beside its own. */
@FunctionalInterface
public interface TaskMatcher {

    /** The task as the platform describes it; empty when it knows none of that id. */
    Optional<TaskSnapshot> find(TaskId id);

    /** Knows no task: everything is imported under ids of its own. */
    static TaskMatcher none() {
        return id -> Optional.empty();
    }
}
