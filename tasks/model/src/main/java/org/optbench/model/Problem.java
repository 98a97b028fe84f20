package org.optbench.model;

import java.util.List;
import java.util.Optional;
import org.optbench.model.space.SearchSpace;

/**
 * What an optimizer is told of a task: where to search and what for, never how it is evaluated.
 *
 * @param space       legal configurations
 * @param objectives  one or more; all values in {@link Outcome} follow this order
 * @param constraints none or more; feasible means each value is at most its tolerance
 * @param fidelities  knobs that make evaluations cheaper
 * @param noisy       whether repeated evaluations of a configuration may differ
 * @param observation what optimizers are shown of a result
 * @param context     space of the contexts that are shown before each suggestion of a contextual problem; empty otherwise
 * @param multiTask   members of a multi-task problem; empty otherwise
 * @param text        the problem in words for optimizers that read: domain, meaning of the parameters; may be empty
 */
public record Problem(SearchSpace space, List<Objective> objectives, List<Constraint> constraints, FidelitySpace fidelities, boolean noisy,
        Observation observation, Optional<SearchSpace> context, Optional<MultiTask> multiTask, String text) {

    public Problem {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("Problem without objectives: at least one is needed.");
        }
        if (objectives.stream().map(Objective::name).distinct().count() != objectives.size()) {
            throw new IllegalArgumentException("Objectives " + objectives.stream().map(Objective::name).toList() + ": names must be unique.");
        }
        if (multiTask.isPresent() && multiTask.get().members().size() != objectives.size()) {
            throw new IllegalArgumentException("Multi-task problem with " + objectives.size() + " objectives and members " + multiTask.get().members()
                    + ": one objective for each member is needed.");
        }
    }

    /** An unconstrained, noise-free problem without fidelities. */
    public static Problem of(SearchSpace space, Objective... objectives) {
        return new Problem(space, List.of(objectives), List.of(), FidelitySpace.none(), false, Observation.VALUES, Optional.empty(), Optional.empty(), "");
    }

    public Problem withObjectives(List<Objective> replacement) {
        return new Problem(space, replacement, constraints, fidelities, noisy, observation, context, multiTask, text);
    }

    public Problem withSpace(SearchSpace replacement) {
        return new Problem(replacement, objectives, constraints, fidelities, noisy, observation, context, multiTask, text);
    }

    public Problem withConstraints(List<Constraint> replacement) {
        return new Problem(space, objectives, replacement, fidelities, noisy, observation, context, multiTask, text);
    }

    public Problem withFidelities(FidelitySpace replacement) {
        return new Problem(space, objectives, constraints, replacement, noisy, observation, context, multiTask, text);
    }

    public Problem withNoise(boolean isNoisy) {
        return new Problem(space, objectives, constraints, fidelities, isNoisy, observation, context, multiTask, text);
    }

    public Problem withObservation(Observation replacement) {
        return new Problem(space, objectives, constraints, fidelities, noisy, replacement, context, multiTask, text);
    }

    public Problem withContext(SearchSpace contexts) {
        return new Problem(space, objectives, constraints, fidelities, noisy, observation, Optional.of(contexts), multiTask, text);
    }

    public Problem withMultiTask(MultiTask members) {
        return new Problem(space, objectives, constraints, fidelities, noisy, observation, context, Optional.of(members), text);
    }

    public Problem withText(String words) {
        return new Problem(space, objectives, constraints, fidelities, noisy, observation, context, multiTask, words);
    }

    /** Several objectives to trade off; false for a multi-task problem, whose objectives belong to different members. */
    public boolean isMultiObjective() {
        return objectives.size() > 1 && multiTask.isEmpty();
    }

    public boolean isMultiFidelity() {
        return !fidelities.isEmpty();
    }

    public boolean isConstrained() {
        return !constraints.isEmpty();
    }

    /** The first objective, the only one of a single-objective problem. */
    public Objective objective() {
        return objectives.getFirst();
    }

    /** Whether every constraint is satisfied by the values, which follow the order of the constraints. */
    public boolean isFeasible(List<Double> constraintValues) {
        for (int i = 0; i < constraints.size(); i++) {
            if (!constraints.get(i).isSatisfied(constraintValues.get(i))) {
                return false;
            }
        }
        return true;
    }
}
