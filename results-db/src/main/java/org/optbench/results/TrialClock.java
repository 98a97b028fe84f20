package org.optbench.results;

/**
 * A trial on the clock and among the workers of its run. On simulated time all of it is deterministic; on wall time start and finish are not.
 *
 * @param start           seconds on the task's clock from the start of the run to the start of the evaluation
 * @param finish          seconds on the task's clock from the start of the run to the result
 * @param fullEvaluations cost of this trial in full-evaluation equivalents; continuations count only what they added
 * @param worker          worker of the run that evaluated it, 0 .. W-1
 * @param staleness       results told between the trial's suggestion and its own result
 */
public record TrialClock(double start, double finish, double fullEvaluations, int worker, int staleness) {

    public TrialClock {
        if (!(start >= 0) || !(finish >= start) || !(fullEvaluations >= 0) || worker < 0 || staleness < 0) {
            throw new IllegalArgumentException("Trial from " + start + " s to " + finish + " s, " + fullEvaluations + " full evaluations, worker " + worker
                    + ", staleness " + staleness + ": 0 <= start <= finish and the others 0 or above are needed.");
        }
    }
}
