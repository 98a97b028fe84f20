package org.optbench.analysis.algoperf;

/**
 * When one training run reached its target.
 *
 * @param submission      name of the training algorithm
 * @param workload        name of the workload
 * @param study           name of the repetition
 * @param trial           name of the tuning trial within the study
 * @param evaluationIndex index of the first evaluation that reached the target, from 0; -1 when none did
 * @param seconds         accumulated submission time at that evaluation; infinity when none did
 */
public record TrialTime(String submission, String workload, String study, String trial, int evaluationIndex, double seconds) {

    public TrialTime {
        if (evaluationIndex < 0 != (seconds == Double.POSITIVE_INFINITY) || !(seconds >= 0)) {
            throw new IllegalArgumentException("trial " + trial + " of " + study + " of '" + submission + "' on '" + workload
                    + "' reached its target at evaluation " + evaluationIndex + " after " + seconds
                    + " s: an index of at least 0 with a finite time, or -1 with infinity, is needed");
        }
    }

    /** A run that did not reach the target. */
    public static TrialTime unreached(String submission, String workload, String study, String trial) {
        return new TrialTime(submission, workload, study, trial, -1, Double.POSITIVE_INFINITY);
    }

    /** Whether the target was reached. */
    public boolean isReached() {
        return evaluationIndex >= 0;
    }
}
