package org.optbench.results;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where and with what an attempt at a run was made.
 *
 * @param started when the attempt began
 * @param facts   by name, such as {@code commit}, {@code jvm}, {@code os}, {@code cpu}, {@code cores}, {@code gpu}, {@code container},
 *                {@code calibration_seconds}
 */
public record Provenance(Instant started, SortedMap<String, String> facts) {

    public Provenance {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
