package org.optbench.tasks.learning;

import java.util.List;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;

/** A kind of learner with its hyperparameters. */
interface Learner {

    String id();

    String about();

    boolean handles(DataSets.Info data);

    /** Its hyperparameters; the one that {@link #fidelity} stands for is not among them. */
    SearchSpace space(DataSets.Info data);

    /** The knob that makes training cheaper. */
    default FidelityParameter fidelity() {
        return FidelityParameter.share("sample", 0.1, 1);
    }

    /** Hyperparameters that replace the fidelity in tasks without fidelities, such as the number of trees. */
    default List<Parameter> inPlaceOfFidelity() {
        return List.of();
    }

    /** Whether training draws random numbers. */
    default boolean isStochastic() {
        return false;
    }

    /** Whether it needs the system's OpenBLAS. */
    default boolean needsBlas() {
        return false;
    }

    /**
     * Trains on rows that are standardised already. Called on a thread of its own whose random numbers are seeded.
     *
     * @param level level of the fidelity, where it is not the share of the rows (those are left out before)
     * @return trained, or for {@link Model.Iterative} not begun
     */
    Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed);
}
