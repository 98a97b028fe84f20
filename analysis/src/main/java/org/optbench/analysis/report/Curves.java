package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.TaskInfo;
import org.optbench.analysis.stats.MedianInterval;

/**
 * One line per optimizer over a common axis.
 *
 * @param x positions, ascending and positive
 * @param y shape {@code [optimizers][x]}; infinite or NaN where there is nothing to show
 */
@SuppressWarnings("ArrayRecordComponent")
record Curves(double[] x, double[][] y) {

    private static final int ECDF_POINTS = 100;

    /**
     * Medians of the incumbents of one optimizer on one task with their 95 % interval; regrets where the optimum is known.
     *
     * @param median [grid]
     * @param lower  [grid]
     * @param upper  [grid]
     */
    record Incumbents(double[] median, double[] lower, double[] upper) {
    }

    /** Mean ranks over the fraction of the budget; empty without compared tasks. */
    static Optional<Curves> ranks(PerformanceTable table, ReportPage.SliceView view) {
        int[] compared = view.ranking().map(Ranking::tasks).orElse(new int[0]);
        if (compared.length == 0) {
            return Optional.empty();
        }
        double[] fractions = table.efforts(compared[0]);
        double budget = fractions[fractions.length - 1];
        // Grids differ from task to task; ranks are compared at equal positions, shown by the fraction of the budget.
        for (int g = 0; g < fractions.length; g++) {
            fractions[g] /= budget;
        }
        return Optional.of(new Curves(fractions, Ranking.overTime(table, compared, Aggregation.MEDIAN)));
    }

    /** Share of (task, target, run) attained within an effort; empty without targets. */
    static Optional<Curves> targets(PerformanceTable table, int[] tasks) {
        int[] withTargets = Arrays.stream(tasks).filter(t -> !table.tasks().get(t).targets().isEmpty()).toArray();
        if (withTargets.length == 0) {
            return Optional.empty();
        }
        double last = Arrays.stream(withTargets).mapToDouble(t -> table.tasks().get(t).budget() / divisor(table, t)).max().orElseThrow();
        double first = Arrays.stream(withTargets).mapToDouble(t -> table.start(t) / divisor(table, t)).min().orElseThrow();
        double[] x = grid(first, last, ECDF_POINTS);
        double[][] y = new double[table.optimizers().size()][];
        for (int o = 0; o < y.length; o++) {
            List<double[]> hits = new ArrayList<>();
            for (int t : withTargets) {
                TaskInfo task = table.tasks().get(t);
                for (int target = 0; target < task.targets().size(); target++) {
                    double divisor = divisor(table, t);
                    hits.add(Arrays.stream(table.hits(o, t, target)).map(hit -> hit / divisor).toArray());
                }
            }
            y[o] = shares(x, hits.stream().flatMapToDouble(Arrays::stream).toArray());
        }
        return Optional.of(new Curves(x, y));
    }

    /** Positions evenly spaced on a logarithmic scale. */
    static double[] grid(double first, double last, int points) {
        double[] x = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = first * Math.pow(last / first, i / (points - 1.0));
        }
        x[points - 1] = last;
        return x;
    }

    /** Share of the values that are at most each position; zeros without values. */
    static double[] shares(double[] x, double[] values) {
        double[] shares = new double[x.length];
        for (double value : values) {
            int at = Arrays.binarySearch(x, value * (1 - 1e-12));
            int from = at >= 0 ? at : -at - 1;
            if (from < x.length) {
                shares[from]++;
            }
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += shares[i];
            shares[i] = values.length == 0 ? 0 : sum / values.length;
        }
        return shares;
    }

    /** Evaluations are counted per dimension, so that problems of different dimension share an axis; time is not. */
    static double divisor(PerformanceTable table, int task) {
        return table.effort().isCount() ? table.tasks().get(task).dimension() : 1;
    }

    /** Name of the axis of {@link #targets}. */
    static String targetsAxis(PerformanceTable table) {
        return table.effort().label() + (table.effort().isCount() ? " / dimension" : "");
    }

    /** Incumbents of a cell; empty without runs. */
    static Optional<Incumbents> incumbents(PerformanceTable table, int optimizer, int t) {
        if (table.runs(optimizer, t) == 0) {
            return Optional.empty();
        }
        TaskInfo task = table.tasks().get(t);
        Incumbents curves = new Incumbents(new double[PerformanceTable.GRID], new double[PerformanceTable.GRID], new double[PerformanceTable.GRID]);
        for (int g = 0; g < PerformanceTable.GRID; g++) {
            double[] values = table.valuesAt(optimizer, t, g);
            for (int i = 0; i < values.length; i++) {
                values[i] = shown(values[i], task);
            }
            MedianInterval interval = MedianInterval.of(values, 0.95);
            curves.median[g] = interval.median();
            curves.lower[g] = interval.lower();
            curves.upper[g] = interval.upper();
        }
        return Optional.of(curves);
    }

    /** Regret where the optimum is known, else the value in its own direction. */
    static double shown(double value, TaskInfo task) {
        if (task.optimum().isPresent()) {
            return Math.max(0, value - task.direction().toMinimize(task.optimum().getAsDouble()));
        }
        return task.direction().toMinimize(value);
    }
}
