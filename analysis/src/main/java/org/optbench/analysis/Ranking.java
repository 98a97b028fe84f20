package org.optbench.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.optbench.analysis.stats.CriticalDifference;
import org.optbench.analysis.stats.FriedmanTests;
import org.optbench.analysis.stats.FriedmanTests.TieCorrection;
import org.optbench.analysis.stats.MultipleTesting;
import org.optbench.analysis.stats.Nemenyi;
import org.optbench.analysis.stats.Ranks;
import org.optbench.analysis.stats.TestResult;
import org.optbench.analysis.stats.TiePolicy;
import org.optbench.analysis.stats.VarghaDelaney;
import org.optbench.analysis.stats.WilcoxonSignedRank;

/**
 * Optimizers compared over a group of tasks by their final values or by their anytime performance.
 *
 * @param optimizers         k names, in the order of all columns
 * @param tasks              indices of the n tasks that were compared
 * @param dropped            indices of tasks left out because a run is missing, or the task has no bounds to measure anytime performance within
 * @param meanRanks          [k] mean over the tasks of the rank of the aggregated value, 1 is best
 * @param wins               [k] tasks on which the optimizer has the best value, ties shared
 * @param omnibus            Iman-Davenport test; empty with fewer than 2 tasks
 * @param pValues            [k][k] adjusted p-values of all pairs by the policy's test
 * @param effects            [k][k] mean over the tasks of A12: the probability that a run of the row's optimizer is better
 * @param groups             critical-difference groups from the p-values
 * @param criticalDifference of Nemenyi's test at the policy's level; empty with fewer than 2 tasks
 * @param policies           the choices behind it
 */
public record Ranking(List<String> optimizers, int[] tasks, int[] dropped, double[] meanRanks, double[] wins, Optional<TestResult> omnibus,
        double[][] pValues, double[][] effects, CriticalDifference groups, OptionalDouble criticalDifference, Policies policies) {

    /**
     * Compares all optimizers of the table on a group of tasks.
     *
     * @return empty when no task is left or there are fewer than two optimizers
     * @throws IllegalArgumentException when a run is missing and the policy says to fail
     */
    public static Optional<Ranking> of(PerformanceTable table, int[] tasks, Policies policies) {
        int k = table.optimizers().size();
        int[] measured = Arrays.stream(tasks).filter(t -> policies.criterion() == Criterion.FINAL || table.tasks().get(t).bounds().isPresent()).toArray();
        int[] complete = Arrays.stream(measured).filter(t -> missing(table, t) < 0).toArray();
        int[] incomplete = Arrays.stream(measured).filter(t -> missing(table, t) >= 0).toArray();
        int[] used = switch (policies.missing()) {
            case DROP_TASK -> complete;
            case WORST -> measured;
            case FAIL -> {
                if (incomplete.length > 0) {
                    throw new IllegalArgumentException("optimizer '" + table.optimizers().get(missing(table, incomplete[0])) + "' has no run on task '"
                            + table.tasks().get(incomplete[0]).id() + "'.\nMaybe finish the campaign, or drop incomplete tasks.");
                }
                yield measured;
            }
        };
        int[] dropped = Arrays.stream(tasks).filter(t -> Arrays.stream(used).noneMatch(u -> u == t)).toArray();
        if (used.length == 0 || k < 2) {
            return Optional.empty();
        }
        double[][] values = values(table, used, policies);
        double[] meanRanks = Ranks.mean(values);
        double[][] effects = new double[k][k];
        double[][] p = pairs(table, used, policies.criterion(), effects);
        boolean several = used.length >= 2;
        if (policies.postHoc() == Policies.PostHoc.NEMENYI) {
            p = Nemenyi.pValues(meanRanks, used.length);
        }
        return Optional.of(new Ranking(table.optimizers(), used, dropped, meanRanks,
                wins(values), several ? Optional.of(FriedmanTests.imanDavenport(values, TieCorrection.CORRECTED)) : Optional.empty(), p, effects,
                CriticalDifference.of(meanRanks, p, policies.alpha()),
                several ? OptionalDouble.of(Nemenyi.criticalDifference(k, used.length, policies.alpha())) : OptionalDouble.empty(), policies));
    }

    /**
     * Mean ranks at every point of the effort grid: the ranking that would have been found with a smaller budget.
     *
     * @param tasks indices of tasks without missing runs
     * @return shape {@code [k][GRID]}
     */
    public static double[][] overTime(PerformanceTable table, int[] tasks, Aggregation aggregation) {
        int k = table.optimizers().size();
        double[][] mean = new double[k][PerformanceTable.GRID];
        double[] row = new double[k];
        for (int t : tasks) {
            for (int g = 0; g < PerformanceTable.GRID; g++) {
                for (int o = 0; o < k; o++) {
                    double[] values = table.valuesAt(o, t, g);
                    row[o] = values.length == 0 ? Double.POSITIVE_INFINITY : aggregation.of(values);
                }
                double[] ranks = Ranks.of(row, TiePolicy.AVERAGE);
                for (int o = 0; o < k; o++) {
                    mean[o][g] += ranks[o] / tasks.length;
                }
            }
        }
        return mean;
    }

    /** Position of an optimizer in the order from best to worst, 0 is best. */
    public int position(int optimizer) {
        return groups.order().indexOf(optimizer);
    }

    /**
     * The critical-difference groups of an optimizer as letters, {@code a} the best group: two optimizers that share no letter differ.
     *
     * @param position in the order from best to worst
     * @return a dash for an optimizer that is in no group
     */
    public String letters(int position) {
        StringBuilder letters = new StringBuilder();
        List<List<Integer>> cliques = groups.cliques();
        for (int c = 0; c < cliques.size(); c++) {
            if (cliques.get(c).contains(position)) {
                letters.append(c < 26 ? Character.toString('a' + c) : "(" + (c + 1) + ")");
            }
        }
        return letters.isEmpty() ? "\u2013" : letters.toString();
    }

    private static int missing(PerformanceTable table, int task) {
        return IntStream.range(0, table.optimizers().size()).filter(o -> table.runs(o, task) == 0).findFirst().orElse(-1);
    }

    private static double[][] values(PerformanceTable table, int[] tasks, Policies policies) {
        return Arrays.stream(tasks).mapToObj(t -> IntStream.range(0, table.optimizers().size())
                .mapToDouble(o -> table.runs(o, t) == 0 ? Double.POSITIVE_INFINITY : policies.aggregation().of(table.scores(policies.criterion(), o, t)))
                .toArray())
                .toArray(double[][]::new);
    }

    private static double[] wins(double[][] values) {
        double[] wins = new double[values[0].length];
        for (double[] row : values) {
            double best = Arrays.stream(row).min().orElseThrow();
            double share = 1.0 / Arrays.stream(row).filter(v -> v == best).count();
            for (int j = 0; j < row.length; j++) {
                wins[j] += row[j] == best ? share : 0;
            }
        }
        return wins;
    }

    /** Fills the mean A12 of all pairs and returns Holm-adjusted p-values of A12 - 1/2 over the tasks. */
    private static double[][] pairs(PerformanceTable table, int[] tasks, Criterion criterion, double[][] effects) {
        int k = table.optimizers().size();
        double[][][] runs = new double[k][tasks.length][];
        for (int o = 0; o < k; o++) {
            for (int i = 0; i < tasks.length; i++) {
                double[] values = table.scores(criterion, o, tasks[i]);
                runs[o][i] = values.length == 0 ? new double[]{Double.POSITIVE_INFINITY} : values;
            }
        }
        double[] raw = new double[k * (k - 1) / 2];
        double[] difference = new double[tasks.length];
        int pair = 0;
        for (int a = 0; a < k; a++) {
            effects[a][a] = 0.5;
            for (int b = 0; b < a; b++) {
                double mean = 0;
                for (int i = 0; i < tasks.length; i++) {
                    double a12 = VarghaDelaney.a12(runs[a][i], runs[b][i]);
                    // Rounded, so that A12 of mirrored samples ties exactly.
                    difference[i] = Math.rint((a12 - 0.5) * 1e9) / 1e9;
                    mean += a12 / tasks.length;
                }
                effects[a][b] = mean;
                effects[b][a] = 1 - mean;
                raw[pair++] = WilcoxonSignedRank.test(difference, WilcoxonSignedRank.ZeroPolicy.SPLIT, WilcoxonSignedRank.Method.AUTOMATIC).p();
            }
        }
        double[] adjusted = MultipleTesting.holm(raw);
        double[][] p = new double[k][k];
        pair = 0;
        for (int a = 0; a < k; a++) {
            p[a][a] = 1;
            for (int b = 0; b < a; b++) {
                p[a][b] = adjusted[pair++];
                p[b][a] = p[a][b];
            }
        }
        return p;
    }
}
