package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.optbench.analysis.fixedtarget.BestOf;
import org.optbench.analysis.fixedtarget.ExpectedRunningTime;
import org.optbench.analysis.fixedtarget.SurvivalCurve;

/**
 * What it takes one optimizer to attain one target of one task, in the table's unit of effort.
 *
 * @param optimizer    index in the table
 * @param task         index in the table
 * @param target       index among the task's targets, 0 is the easiest
 * @param expected     expected effort with restarts (ERT), with the number of successes
 * @param dispersion   10th, 50th and 90th percentile of simulated restarts
 * @param median       smallest effort by which half of the runs have the target, runs that ended before being censored (Kaplan-Meier); infinity when that
 *                     was not observed
 * @param bestOfEffort [runs] expected smallest effort of k = 1, 2, ... runs side by side that all stop at the budget, without bias; empty without an
 *                     attained target
 * @param bestOfShare  [runs] probability that at least one of k = 1, 2, ... runs attains the target
 */
@SuppressWarnings("ArrayRecordComponent")
public record TargetEffort(int optimizer, int task, int target, ExpectedRunningTime expected, ExpectedRunningTime.Dispersion dispersion, double median,
        double[] bestOfEffort, double[] bestOfShare) {

    /**
     * The efforts for one target.
     *
     * @param simulations restarted runs that the dispersion rests on, at least 1
     * @return empty when the optimizer has no run on the task that evaluated anything
     */
    public static List<TargetEffort> of(PerformanceTable table, int task, int target, int simulations) {
        List<TargetEffort> efforts = new ArrayList<>();
        double budget = table.tasks().get(task).budget();
        for (int o = 0; o < table.optimizers().size(); o++) {
            Sample sample = sample(table, o, task, target);
            int n = sample.hits.length;
            if (n == 0) {
                continue;
            }
            // Fixed by the cell: the same runs give the same numbers, whatever else is in the table.
            SplittableRandom random = new SplittableRandom(1_000_003L * table.optimizers().get(o).hashCode() + 31L * table.tasks().get(task).id().hashCode()
                    + target);
            ExpectedRunningTime expected = ExpectedRunningTime.of(sample.hits, sample.spent);
            double[] effort = new double[expected.successes() == 0 ? 0 : n];
            double[] share = new double[n];
            for (int k = 1; k <= n; k++) {
                share[k - 1] = BestOf.successProbability(n, expected.successes(), k);
                if (effort.length > 0) {
                    effort[k - 1] = BestOf.expectedEffort(sample.hits, budget, k);
                }
            }
            efforts.add(new TargetEffort(o, task, target, expected, ExpectedRunningTime.dispersion(sample.hits, sample.spent, simulations, random),
                    SurvivalCurve.of(sample.hits, sample.spent).median(), effort, share));
        }
        return efforts;
    }

    /** Expected amount that k runs side by side cost until the first has the target, all of them paid until then; empty without an attained target. */
    public OptionalDouble costOfBestOf(int k) {
        return k > bestOfEffort.length ? OptionalDouble.empty() : OptionalDouble.of(k * bestOfEffort[k - 1]);
    }

    /**
     * Expected efforts with restarts of every optimizer for every target of some tasks.
     *
     * @param tasks indices
     * @return shape {@code [pairs of task and target][optimizers]}, infinity where no run attained the target; targets that nobody attained are left
     *         out
     */
    public static double[][] expected(PerformanceTable table, int[] tasks) {
        List<double[]> rows = new ArrayList<>();
        for (int t : tasks) {
            for (int target = 0; target < table.tasks().get(t).targets().size(); target++) {
                double[] row = new double[table.optimizers().size()];
                for (int o = 0; o < row.length; o++) {
                    Sample sample = sample(table, o, t, target);
                    row[o] = sample.hits.length == 0 ? Double.POSITIVE_INFINITY : ExpectedRunningTime.of(sample.hits, sample.spent).value();
                }
                if (Arrays.stream(row).anyMatch(Double::isFinite)) {
                    rows.add(row);
                }
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** Dimensions of the tasks of the rows of {@link #expected}. */
    public static int[] dimensions(PerformanceTable table, int[] tasks) {
        List<Integer> dimensions = new ArrayList<>();
        for (int t : tasks) {
            for (int target = 0; target < table.tasks().get(t).targets().size(); target++) {
                if (isAttained(table, t, target)) {
                    dimensions.add(table.tasks().get(t).dimension());
                }
            }
        }
        return dimensions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether any run of any optimizer attained a target. */
    public static boolean isAttained(PerformanceTable table, int task, int target) {
        for (int o = 0; o < table.optimizers().size(); o++) {
            if (Arrays.stream(table.hits(o, task, target)).anyMatch(Double::isFinite)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Hits and efforts of the runs of a cell that evaluated anything.
     *
     * @param hits  [n] effort at the target; infinity when it was not attained
     * @param spent [n] effort of the whole run within the budget
     */
    public record Sample(double[] hits, double[] spent) {
    }

    /** The runs of a cell for one target. */
    public static Sample sample(PerformanceTable table, int optimizer, int task, int target) {
        double[] hits = table.hits(optimizer, task, target);
        double[] spent = table.spent(optimizer, task);
        double budget = table.tasks().get(task).budget();
        int n = 0;
        for (int i = 0; i < hits.length; i++) {
            if (spent[i] > 0) {
                hits[n] = hits[i];
                spent[n++] = Math.min(spent[i], Math.max(budget, Double.isFinite(hits[i]) ? hits[i] : 0));
            }
        }
        return new Sample(Arrays.copyOf(hits, n), Arrays.copyOf(spent, n));
    }
}
