package org.optbench.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.Budget;

/**
 * A planned run: one optimizer on one task with one seed.
 *
 * @param execution further settings that the run key covers, by name, such as {@code parallel=asynchronous} or {@code overhead=charged}
 */
public record RunRecord(RunKey key, OptimizerSnapshot optimizer, TaskSnapshot task, Budget budget, int workers, long seed,
        SortedMap<String, String> execution) {

    public RunRecord {
        execution = Collections.unmodifiableSortedMap(new TreeMap<>(execution));
        if (workers < 1) {
            throw new IllegalArgumentException("Run of '" + optimizer.variant() + "' on '" + task.id() + "' with " + workers
                    + " workers: at least 1 is needed.");
        }
    }
}
