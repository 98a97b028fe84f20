package org.optbench.model.task;

import java.util.Optional;
import org.optbench.model.Fidelity;
import org.optbench.model.space.Configuration;

/**
 * The order to evaluate a configuration.
 *
 * @param trial         index of the trial in its run; in a contextual problem also the step of the sequence
 * @param configuration legal in the problem's space
 * @param fidelity      legal in the problem's fidelity space
 * @param seed          the only source of randomness of the evaluation; the same seed gives the same result
 * @param resumed       the trial to go on from when the optimizer resumes one; the task may start anew when it has no checkpoint, with the same result
 */
public record Evaluation(int trial, Configuration configuration, Fidelity fidelity, long seed, Optional<Resumed> resumed) {

    /**
     * A trial to go on from.
     *
     * @param trial    its index
     * @param fidelity fidelity it reached
     * @param seed     seed it was given; a task that starts anew uses this one
     */
    public record Resumed(int trial, Fidelity fidelity, long seed) {
    }

    public Evaluation(int trial, Configuration configuration, Fidelity fidelity, long seed) {
        this(trial, configuration, fidelity, seed, Optional.empty());
    }
}
