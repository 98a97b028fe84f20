package org.optbench.optimizers.multifidelity;

import java.util.Optional;
import org.optbench.model.space.Configuration;

/** Proposes new configurations, and learns from the results at all levels. */
interface Proposer {

    /**
     * A legal configuration.
     *
     * @param level   where it will be evaluated first
     * @param bracket mark of the schedule
     */
    Configuration propose(int level, int bracket);

    /** A configuration to evaluate in place of a candidate that would go on to a level; empty to let it go on. */
    default Optional<Configuration> inPlaceOf(Candidate candidate, int level, int bracket) {
        return Optional.empty();
    }

    /** A job is on its way; it is pending until {@link #ended}. */
    default void started(Job job) {
    }

    /** A result that was not known before, at the level of the job or at one below. */
    default void observed(Candidate candidate, int level, Merit merit) {
    }

    /** A job is no longer pending. */
    default void ended(Job job) {
    }
}
