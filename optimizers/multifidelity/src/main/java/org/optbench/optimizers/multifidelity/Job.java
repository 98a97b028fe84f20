package org.optbench.optimizers.multifidelity;

/**
 * A candidate to be evaluated, or being evaluated, up to a level.
 *
 * @param bracket mark of the schedule
 * @param attempt 0 for the first, above when the evaluation was lost and is repeated
 */
record Job(Candidate candidate, int level, int bracket, int attempt) {
}
