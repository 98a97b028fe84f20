package org.optbench.results;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One worker's attempt at a run.
 *
 * @param attempt    1, 2, ...
 * @param worker     id of the worker
 * @param provenance empty until the worker opened its writer
 * @param ending     {@code done}, {@code released}, the reason of a failure, or {@code lease ran out}; empty while it goes on
 * @param usage      what the optimizer spent in this attempt, by resource
 */
public record AttemptRecord(int attempt, String worker, Optional<Provenance> provenance, String ending, SortedMap<String, Double> usage) {

    public AttemptRecord {
        usage = Collections.unmodifiableSortedMap(new TreeMap<>(usage));
    }
}
