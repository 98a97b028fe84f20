package org.optbench.formats;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.task.TaskId;
import org.optbench.results.RunEvent;
import org.optbench.results.TaskSnapshot;

/**
 * A run as another platform recorded it.
 *
 * @param optimizer       name of the algorithm
 * @param version         what made the record, such as {@code coco 2.6}
 * @param task            the task with no more facts than the source states
 * @param same            id that the task has on this platform, should it know it
 * @param fromOptimum     whether the values are distances to the optimum of that task: they are moved by its optimum when it is known
 * @param seed            number of the repetition
 * @param workers         evaluations at once, 1 or above
 * @param fullEvaluations full-evaluation equivalents spent, 0 or above
 * @param ending          why it ended, as far as the source states it
 * @param log             the log of the run
 * @param origin          facts for the provenance, such as the file
 */
record ForeignRun(String optimizer, String version, TaskSnapshot task, Optional<TaskId> same, boolean fromOptimum, long seed, int workers,
        double fullEvaluations, String ending, List<RunEvent> log, SortedMap<String, String> origin) {

    ForeignRun {
        log = List.copyOf(log);
        origin = Collections.unmodifiableSortedMap(new TreeMap<>(origin));
    }

    ForeignRun withOptimizer(String name) {
        return new ForeignRun(name, version, task, same, fromOptimum, seed, workers, fullEvaluations, ending, log, origin);
    }

    ForeignRun withTask(TaskSnapshot replacement, List<RunEvent> values) {
        return new ForeignRun(optimizer, version, replacement, same, false, seed, workers, fullEvaluations, ending, values, origin);
    }
}
