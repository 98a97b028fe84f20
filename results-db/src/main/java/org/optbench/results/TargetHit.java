package org.optbench.results;

/**
 * The first attainment of a target in a run.
 *
 * @param objective       position of the objective
 * @param target          value to attain
 * @param trial           index of the trial that attained it
 * @param evaluations     results told up to and with that trial
 * @param fullEvaluations full-evaluation equivalents spent up to and with that trial
 * @param seconds         seconds on the task's clock from the start of the run to that result
 */
public record TargetHit(int objective, double target, int trial, int evaluations, double fullEvaluations, double seconds) {
}
