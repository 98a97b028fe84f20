package org.optbench.results;

import java.time.Instant;
import java.util.Collections;
import java.util.OptionalDouble;
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

    /**
     * Seconds of the undisturbed reference processor that one second of this attempt stands for, by the calibration kernel timed at its start: below 1 on a
     * slow or contended machine. Empty when the facts {@code calibration_seconds} and {@code calibration_reference_seconds} are not there.
     */
    public OptionalDouble speed() {
        double measured = number("calibration_seconds");
        double reference = number("calibration_reference_seconds");
        return measured > 0 && reference > 0 && Double.isFinite(reference / measured) ? OptionalDouble.of(reference / measured) : OptionalDouble.empty();
    }

    private double number(String fact) {
        try {
            return Double.parseDouble(facts.getOrDefault(fact, "NaN"));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
