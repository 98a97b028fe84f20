package org.optbench.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation reports on its way: one point of its learning curve.
 *
 * @param at          fidelity reached
 * @param objectives  values there, in the problem's order
 * @param constraints values there, in the problem's order
 * @param seconds     time since the evaluation (this part of it) began, by the task's own or the recorded clock; empty when the runner's measurement counts
 * @param extra       other metrics by name, such as the training loss
 */
public record Measurement(Fidelity at, List<Double> objectives, List<Double> constraints, OptionalDouble seconds, SortedMap<String, Double> extra) {

    public Measurement {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
    }

    public static Measurement of(Fidelity at, double objective) {
        return new Measurement(at, List.of(objective), List.of(), OptionalDouble.empty(), new TreeMap<>());
    }
}
