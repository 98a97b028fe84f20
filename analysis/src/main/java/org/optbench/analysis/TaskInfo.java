package org.optbench.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.optbench.model.Direction;

/**
 * What the analysis needs to know of a task.
 *
 * @param id        unique id
 * @param type      task type such as BB, MF, MO, MOMF: comparisons are made within a type and over all
 * @param family    group of related tasks
 * @param dimension number of parameters, at least 1
 * @param measure   what the values are: name of the objective, or of an indicator
 * @param direction which values are better
 * @param optimum   the best possible value where it is known
 * @param targets   values whose first attainment counts in runtime profiles, from easy to hard; may be empty
 * @param budget    effort that a run may spend, in the unit of the table; positive and finite
 * @param bounds    range within which values are normalised; empty when none is stored
 */
public record TaskInfo(String id, String type, String family, int dimension, String measure, Direction direction, OptionalDouble optimum,
        List<Double> targets, double budget, Optional<Bounds> bounds) {

    /** A task whose values are normalised within the range of its targets, when it has any. */
    public TaskInfo(String id, String type, String family, int dimension, String measure, Direction direction, OptionalDouble optimum,
            List<Double> targets, double budget) {
        this(id, type, family, dimension, measure, direction, optimum, targets, budget, Bounds.ofTargets(direction, optimum, targets));
    }

    public TaskInfo {
        targets = List.copyOf(targets);
        if (id.isBlank() || dimension < 1 || !(budget > 0 && Double.isFinite(budget))) {
            throw new IllegalArgumentException("task '" + id + "' has dimension " + dimension + " and budget " + budget
                    + ": a name, a dimension of at least 1 and a positive finite budget are needed");
        }
    }
}
