package org.optbench.results;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.Constraint;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.model.task.Trait;

/**
 * What analysis needs to know of a task without opening it, as it was when the run was planned. A snapshot is identified by id and version: the same
 * id and version must always come with the same facts.
 *
 * @param id          structured id
 * @param version     changes whenever the values of the task change
 * @param type        BB, MF, MO or MOMF
 * @param family      group within the provider
 * @param domain      field of application
 * @param dimension   number of parameters
 * @param clock       which seconds count
 * @param traits      further properties
 * @param objectives  names, directions, optima, targets and reference points, in the order of the values of a trial
 * @param constraints names and tolerances, in the order of the values of a trial
 * @param fidelities  knobs with their bounds
 * @param attributes  further facts by name
 */
public record TaskSnapshot(TaskId id, String version, TaskType type, String family, String domain, int dimension, TaskClock clock, Set<Trait> traits,
        List<Objective> objectives, List<Constraint> constraints, FidelitySpace fidelities, SortedMap<String, String> attributes) {

    public TaskSnapshot {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (objectives.isEmpty() || dimension < 1) {
            throw new IllegalArgumentException("Task '" + id + "' with dimension " + dimension + " and " + objectives.size()
                    + " objectives: at least 1 of each is needed.");
        }
    }

    /** The snapshot of a task from its description and its problem. */
    public static TaskSnapshot of(TaskDescription description, Problem problem) {
        return new TaskSnapshot(description.id(), description.version(), description.type(), description.family(), description.domain(),
                description.dimension(), description.clock(), description.traits(), problem.objectives(), problem.constraints(), problem.fidelities(),
                description.attributes());
    }
}
