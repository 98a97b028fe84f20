package org.optbench.results;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.task.TaskClock;

/**
 * Runs that were made under the same circumstances on tasks with the same clock.
 *
 * @param clock which seconds count on the tasks
 * @param facts see {@link Provenance#facts}
 * @param first start of the first attempt
 * @param last  start of the last attempt
 * @param runs  number of runs; one that was taken up elsewhere counts at every place
 */
public record ProvenanceGroup(TaskClock clock, SortedMap<String, String> facts, Instant first, Instant last, long runs) {

    public ProvenanceGroup {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
