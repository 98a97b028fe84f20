package org.optbench.model;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation cost.
 *
 * @param seconds   duration that the task states itself: recorded or modelled time of a surrogate, or a task's own stopwatch; empty when only the
 *                  runner's measurement counts. Continuations count only what they added
 * @param resources other amounts by name, such as {@code energy_joules}, {@code tokens}, {@code money_usd}
 */
public record Cost(OptionalDouble seconds, SortedMap<String, Double> resources) {

    private static final Cost MEASURED = new Cost(OptionalDouble.empty(), new TreeMap<>());

    public Cost {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        if (seconds.isPresent() && !(seconds.getAsDouble() >= 0 && Double.isFinite(seconds.getAsDouble()))) {
            throw new IllegalArgumentException("Cost of " + seconds.getAsDouble() + " seconds: it must be finite and 0 or above.");
        }
    }

    /** Only the runner's measurement counts. */
    public static Cost measured() {
        return MEASURED;
    }

    public static Cost ofSeconds(double seconds) {
        return new Cost(OptionalDouble.of(seconds), new TreeMap<>());
    }

    public Cost with(Map<String, Double> amounts) {
        TreeMap<String, Double> all = new TreeMap<>(resources);
        all.putAll(amounts);
        return new Cost(seconds, all);
    }
}
