package org.optbench.model.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.space.ParameterKind;

/**
 * What is known of a task without opening it: enough to list, query and group tasks.
 *
 * @param id          structured id
 * @param version     changes whenever the values of the task change
 * @param summary     one line
 * @param family      group within the provider, such as a function class or a learner
 * @param domain      field of application: {@code synthetic}, {@code ml}, {@code engineering}, {@code systems}, {@code combinatorial}, ...
 * @param dimension   number of parameters
 * @param objectives  number of objectives
 * @param constraints number of constraints
 * @param fidelities  number of fidelity knobs
 * @param clock       which seconds count
 * @param traits      further properties
 * @param attributes  further queryable facts by name, such as {@code instance} or {@code dataset}
 */
public record TaskDescription(TaskId id, String version, String summary, String family, String domain, int dimension, int objectives, int constraints,
        int fidelities, TaskClock clock, Set<Trait> traits, SortedMap<String, String> attributes, Availability availability) {

    public TaskDescription {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (dimension < 1 || objectives < 1 || constraints < 0 || fidelities < 0) {
            throw new IllegalArgumentException("Task '" + id + "' with dimension " + dimension + ", " + objectives + " objectives, " + constraints
                    + " constraints, " + fidelities + " fidelities: at least 1, 1, 0 and 0 are needed.");
        }
    }

    /** The description of an available task on the wall clock that follows from its problem. */
    public static TaskDescription of(TaskId id, String version, String summary, String family, String domain, Problem problem) {
        return new TaskDescription(id, version, summary, family, domain, problem.space().dimension(), problem.objectives().size(),
                problem.constraints().size(), problem.fidelities().parameters().size(), TaskClock.WALL, traits(problem), new TreeMap<>(),
                Availability.available());
    }

    /** The traits that follow from a problem. */
    public static Set<Trait> traits(Problem problem) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        EnumSet<ParameterKind> kinds = EnumSet.noneOf(ParameterKind.class);
        problem.space().parameters().forEach(parameter -> kinds.add(parameter.kind()));
        add(traits, Trait.NOISY, problem.noisy());
        add(traits, Trait.CONSTRAINED, problem.isConstrained());
        add(traits, Trait.INTEGER, kinds.contains(ParameterKind.INT));
        add(traits, Trait.CATEGORICAL, kinds.contains(ParameterKind.CATEGORICAL) || kinds.contains(ParameterKind.ORDINAL));
        add(traits, Trait.PERMUTATION, kinds.contains(ParameterKind.PERMUTATION));
        add(traits, Trait.MIXED, kinds.size() > 1);
        add(traits, Trait.CONDITIONAL, problem.space().isConditional());
        add(traits, Trait.MULTI_TASK, problem.multiTask().isPresent());
        add(traits, Trait.CONTEXTUAL, problem.context().isPresent());
        add(traits, Trait.RANK_ONLY, problem.observation() == Observation.RANKS);
        return traits;
    }

    public TaskType type() {
        return TaskType.of(fidelities > 0, objectives > 1 && !traits.contains(Trait.MULTI_TASK));
    }

    public boolean isAvailable() {
        return availability instanceof Availability.Available;
    }

    public TaskDescription withClock(TaskClock replacement) {
        return new TaskDescription(id, version, summary, family, domain, dimension, objectives, constraints, fidelities, replacement, traits, attributes,
                availability);
    }

    public TaskDescription withId(TaskId replacement) {
        return new TaskDescription(replacement, version, summary, family, domain, dimension, objectives, constraints, fidelities, clock, traits,
                attributes, availability);
    }

    /** This description with further traits. */
    public TaskDescription withTraits(Trait... more) {
        EnumSet<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(Set.of(more));
        return new TaskDescription(id, version, summary, family, domain, dimension, objectives, constraints, fidelities, clock, all, attributes,
                availability);
    }

    /** This description with further attributes. */
    public TaskDescription withAttributes(Map<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(attributes);
        all.putAll(more);
        return new TaskDescription(id, version, summary, family, domain, dimension, objectives, constraints, fidelities, clock, traits, all,
                availability);
    }

    public TaskDescription withAvailability(Availability replacement) {
        return new TaskDescription(id, version, summary, family, domain, dimension, objectives, constraints, fidelities, clock, traits, attributes,
                replacement);
    }

    private static void add(Set<Trait> traits, Trait trait, boolean wanted) {
        if (wanted) {
            traits.add(trait);
        }
    }
}
