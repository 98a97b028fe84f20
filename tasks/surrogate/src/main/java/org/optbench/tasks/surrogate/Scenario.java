package org.optbench.tasks.surrogate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.task.Trait;

/**
 * Facts about a scenario of YAHPO Gym: a learner, the data sets it was recorded on, and what its surrogate takes and gives.
 *
 * @param name        first part of the ids, also the folder of its files
 * @param about       a few words on what is tuned
 * @param dimension   number of searched parameters: without the instance and the fidelities
 * @param traits      traits that follow from the search space
 * @param instance    input that names the data set; empty when the scenario has only one
 * @param fidelities  fidelity inputs, the first being the primary one
 * @param continuous  inputs that are numbers, in the order of the model
 * @param categorical inputs that are categories, in the order of the model
 * @param outputs     outputs in the order of the model
 * @param runtime     output that is the training time in seconds
 * @param single      outputs optimised by the single-objective tasks: one
 * @param multi       outputs optimised by the multi-objective tasks
 * @param instances   names of the data sets
 */
record Scenario(String name, String about, int dimension, Set<Trait> traits, Optional<String> instance, List<FidelityParameter> fidelities,
        List<String> continuous, List<String> categorical, List<Output> outputs, String runtime, List<String> single, List<String> multi,
        List<String> instances) {

    /** One output of a surrogate. */
    record Output(String name, Direction direction) {
    }

    /** The fidelity that is a number of epochs: the training that it cuts short leaves a learning curve. */
    static final String EPOCH = "epoch";

    Scenario {
        traits = Set.copyOf(traits);
        fidelities = List.copyOf(fidelities);
        continuous = List.copyOf(continuous);
        categorical = List.copyOf(categorical);
        outputs = List.copyOf(outputs);
        single = List.copyOf(single);
        multi = List.copyOf(multi);
        instances = List.copyOf(instances);
    }

    List<String> outputNames() {
        return outputs.stream().map(Output::name).toList();
    }

    /** Position of an output in the model's row, -1 for an unknown name. */
    int indexOf(String output) {
        return outputNames().indexOf(output);
    }

    FidelitySpace fidelitySpace() {
        return new FidelitySpace(fidelities);
    }

    /** Whether evaluations at low fidelity are points of one learning curve. */
    boolean hasLearningCurve() {
        return fidelities.getFirst().name().equals(EPOCH);
    }
}
