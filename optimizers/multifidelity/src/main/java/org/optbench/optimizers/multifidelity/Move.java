package org.optbench.optimizers.multifidelity;

/** What a schedule wants next. */
sealed interface Move {

    /** Level up to which to evaluate. */
    int level();

    /** Mark of the schedule, given back with the job. */
    int bracket();

    /** A new configuration. */
    record Start(int level, int bracket) implements Move {
    }

    /** A known configuration at a higher level than before. */
    record GoOn(Candidate candidate, int level, int bracket) implements Move {
    }
}
