package org.optbench.analysis;

/**
 * One run, reduced to what is compared: columns over its n results in the order in which they came.
 *
 * @param optimizer      name of the optimizer variant
 * @param task           id of a task
 * @param seed           seed of the run
 * @param effort         [n] effort spent up to and with the result, in the unit of the table; does not decrease
 * @param values         [n] value in the task's direction; NaN for a result that does not count: failed, infeasible, or not at full fidelity
 * @param seconds        [n] time since the start of the run on the task's clock; does not decrease. Length 0 when not known
 * @param suggestSeconds [n] time the optimizer took for the suggestion. Length 0 when not known
 * @param failures       number of failed trials
 * @param levels         [n] fidelity of the result: a first result at a higher level replaces the incumbent, results below the highest level seen do
 *                       not count, and targets are attained at a level of 1 and above only. Length 0 when all results are alike
 * @param front          non-dominated results of a run with several objectives, shape {@code [points][m]}, all to be minimised; otherwise no rows
 */
@SuppressWarnings("ArrayRecordComponent")
public record RunTrace(String optimizer, String task, long seed, double[] effort, double[] values, double[] seconds, double[] suggestSeconds,
        int failures, double[] levels, double[][] front) {

    /** A run whose results all stand at one fidelity. */
    public RunTrace(String optimizer, String task, long seed, double[] effort, double[] values, double[] seconds, double[] suggestSeconds, int failures) {
        this(optimizer, task, seed, effort, values, seconds, suggestSeconds, failures, new double[0], new double[0][]);
    }

    public RunTrace {
        int n = effort.length;
        if (values.length != n || levels.length != 0 && levels.length != n || seconds.length != 0 && seconds.length != n
                || suggestSeconds.length != 0 && suggestSeconds.length != n) {
            throw new IllegalArgumentException("run of '" + optimizer + "' on '" + task + "' with seed " + seed + " has " + n + " efforts, "
                    + values.length + " values, " + seconds.length + " and " + suggestSeconds.length
                    + " times: columns must have the same length, or 0 for times");
        }
        for (int i = 1; i < n; i++) {
            if (!(effort[i] >= effort[i - 1])) {
                throw new IllegalArgumentException("run of '" + optimizer + "' on '" + task + "' with seed " + seed + ": the effort goes from "
                        + effort[i - 1] + " to " + effort[i] + ", it must not decrease.\nMaybe per-trial costs were given instead of sums.");
            }
        }
    }

    /** A run of which only the values are known, at one evaluation each. */
    public static RunTrace of(String optimizer, String task, long seed, double[] values) {
        double[] effort = new double[values.length];
        for (int i = 0; i < effort.length; i++) {
            effort[i] = i + 1;
        }
        return new RunTrace(optimizer, task, seed, effort, values, new double[0], new double[0], 0);
    }
}
