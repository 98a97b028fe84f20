package org.optbench.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One quantity to optimise, in its own unit and direction.
 *
 * @param name           unique among the objectives of a problem
 * @param direction      which values are better
 * @param optimum        the best possible value where it is known
 * @param targets        values whose first attainment is recorded, from easy to hard; may be empty
 * @param referencePoint this objective's coordinate of the hypervolume reference point where the problem has one
 */
public record Objective(String name, Direction direction, OptionalDouble optimum, List<Double> targets, OptionalDouble referencePoint) {

    public Objective {
        targets = List.copyOf(targets);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Objective name '" + name + "': a name must not be blank.");
        }
        for (int i = 1; i < targets.size(); i++) {
            if (!direction.isBetter(targets.get(i), targets.get(i - 1))) {
                throw new IllegalArgumentException("Targets " + targets + " of objective '" + name + "': each must be better than the one before it.");
            }
        }
    }

    public static Objective minimize(String name) {
        return new Objective(name, Direction.MINIMIZE, OptionalDouble.empty(), List.of(), OptionalDouble.empty());
    }

    public static Objective maximize(String name) {
        return new Objective(name, Direction.MAXIMIZE, OptionalDouble.empty(), List.of(), OptionalDouble.empty());
    }

    public Objective withOptimum(double value) {
        return new Objective(name, direction, OptionalDouble.of(value), targets, referencePoint);
    }

    public Objective withTargets(List<Double> values) {
        return new Objective(name, direction, optimum, values, referencePoint);
    }

    public Objective withReferencePoint(double value) {
        return new Objective(name, direction, optimum, targets, OptionalDouble.of(value));
    }

    /** The value as one to minimise. */
    public double toMinimize(double value) {
        return direction.toMinimize(value);
    }
}
