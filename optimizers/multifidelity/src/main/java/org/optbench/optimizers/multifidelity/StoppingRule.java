package org.optbench.optimizers.multifidelity;

/** Decides, at each level, whether a candidate goes on at once or ends for good. */
interface StoppingRule {

    /** Takes in a result at a level below the full one, and says whether the candidate goes on; a failed one does not. */
    boolean goesOn(Candidate candidate, int level, Merit merit);

    /** The candidate has reached the full level. */
    default void completed(Candidate candidate, Merit merit) {
    }
}
