package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;

/**
 * The levels of a fidelity at which trials are compared: {@code R, R/eta, R/eta^2, ...} down to the lowest level of the knob, whole for whole knobs, in
 * ascending order; the last is the full level R.
 *
 * <p>
 * One knob is turned: the first of the problem that has a range; all others stay at their full level.
 */
final class Ladder {

    private static final double ROUNDING = 1e-9;

    private final FidelitySpace fidelities;
    private final FidelityParameter knob;
    private final double[] levels;

    private Ladder(FidelitySpace fidelities, FidelityParameter knob, double[] levels) {
        this.fidelities = fidelities;
        this.knob = knob;
        this.levels = levels;
    }

    /**
     * The ladder of a problem.
     *
     * @param fidelities with at least one knob
     * @param eta        ratio of neighbouring levels, above 1
     * @param leastShare lowest level as a share of the full one; the lower bound of the knob holds as well
     */
    static Ladder of(FidelitySpace fidelities, double eta, double leastShare) {
        FidelityParameter first = fidelities.primary().orElseThrow(() -> new IllegalArgumentException(
                "The problem has no fidelity: multi-fidelity optimizers need one. Maybe choose the multi-fidelity task of the same name."));
        FidelityParameter knob = fidelities.parameters().stream().filter(one -> one.lower() < one.upper()).findFirst().orElse(first);
        double least = Math.max(knob.lower(), leastShare * knob.upper());
        List<Double> found = new ArrayList<>(List.of(knob.upper()));
        for (double level = knob.upper() / eta; level >= least * (1 - ROUNDING); level /= eta) {
            double legal = knob.clamp(level);
            if (legal < found.getLast()) {
                found.add(legal);
            }
        }
        double lowest = knob.clamp(least);
        if (found.size() == 1 && lowest < knob.upper()) {
            found.add(lowest); // a range narrower than eta
        }
        Collections.reverse(found);
        return new Ladder(fidelities, knob, found.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Number of levels, at least 1. */
    int size() {
        return levels.length;
    }

    /** Index of the full level. */
    int top() {
        return levels.length - 1;
    }

    double level(int index) {
        return levels[index];
    }

    /** The fidelity with the knob at a level and all others full. */
    Fidelity at(int index) {
        return fidelities.full().with(knob.name(), levels[index]);
    }

    /** Whether a trial can go on from one level to a higher one. */
    boolean isResumable() {
        return knob.resumable();
    }

    /** The highest level that a fidelity has reached; -1 when it is below the lowest. */
    int reached(Fidelity fidelity) {
        double level = fidelity.level(knob.name());
        int index = levels.length - 1;
        while (index >= 0 && level < levels[index] * (1 - ROUNDING)) {
            index--;
        }
        return index;
    }

    /** The level as a coordinate of models: 0 at the lowest, 1 at the full one, logarithmic between. */
    double coordinate(int index) {
        return levels.length == 1 ? 1 : StrictMath.log(levels[index] / levels[0]) / StrictMath.log(levels[levels.length - 1] / levels[0]);
    }
}
