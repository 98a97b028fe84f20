package org.optbench.model;

import java.util.OptionalInt;
import org.optbench.model.space.Configuration;

/**
 * What an optimizer wants evaluated.
 *
 * @param fidelity the level up to which to evaluate
 * @param tag      the optimizer's own mark, given back with the trial; the platform does not read it
 * @param resumes  index of an earlier trial of the same configuration, paused or finished at a lower resumable level, to go on from; empty to start anew
 */
public record Suggestion(Configuration configuration, Fidelity fidelity, long tag, OptionalInt resumes) {

    public Suggestion(Configuration configuration, Fidelity fidelity, long tag) {
        this(configuration, fidelity, tag, OptionalInt.empty());
    }

    /** This suggestion as a continuation of an earlier trial. */
    public Suggestion resuming(int trial) {
        return new Suggestion(configuration, fidelity, tag, OptionalInt.of(trial));
    }
}
