package org.optbench.results;

import java.util.Map;
import org.optbench.model.FailureKind;

/**
 * The numbers of the trials of one run in columns, ordered by sequence number of {@code tell}: the order in which the results came. Arrays are the
 * receiver's to keep or change; columns that were not asked for have length 0.
 *
 * @param size            number of trials n
 * @param index           [n] index in the order of suggestions
 * @param status          [n] ordinal of {@link TrialStatus}
 * @param failure         [n] ordinal of {@link FailureKind}, or -1
 * @param objectives      [m][n] one row per objective, each in its own direction; NaN for failed trials
 * @param constraints     [k][n] one row per constraint; NaN for failed trials
 * @param fullFidelity    [n] whether the values stand at full fidelity; true without fidelities
 * @param fullEvaluations [n] cost in full-evaluation equivalents
 * @param start           [n] seconds on the task's clock
 * @param finish          [n] seconds on the task's clock
 * @param suggestNanos    [n] see {@link TrialTimes}
 * @param evaluateNanos   [n] see {@link TrialTimes}
 * @param fidelity        [n] the level reached over the full level, multiplied over the knobs, in (0, 1]; 1 without fidelities
 * @param resources       [n] amount that each trial cost of every resource that was asked for, 0 where it names none
 * @param usage           amount that the optimizer itself spent in the whole run of every resource that was asked for, 0 where none is recorded
 */
@SuppressWarnings("ArrayRecordComponent")
public record RunTrials(RunView run, int size, int[] index, byte[] status, byte[] failure, double[][] objectives, double[][] constraints,
        boolean[] fullFidelity, double[] fullEvaluations, double[] start, double[] finish, long[] suggestNanos, long[] evaluateNanos, double[] fidelity,
        Map<String, double[]> resources, Map<String, Double> usage) {
}
