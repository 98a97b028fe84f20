package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.stats.Portfolio;
import org.optbench.analysis.stats.Ranks;
import org.optbench.analysis.stats.TiePolicy;

/**
 * What each optimizer adds to a portfolio, measured by the share of targets attained on every task.
 *
 * @param tasks     tasks with targets that all optimizers were run on
 * @param portfolio the values
 * @param rows      optimizers by Shapley value, largest first
 */
public record PortfolioView(int tasks, Portfolio portfolio, List<Row> rows) {

    /**
     * An optimizer; shares in percent as text.
     *
     * @param optimizer index in the table
     * @param name      its name
     * @param alone     mean share of targets it attains
     * @param shapley   its share of the portfolio's worth
     * @param marginal  what would be lost without it
     */
    public record Row(int optimizer, String name, String alone, String shapley, String marginal) {
    }

    /** The view of a table; empty with fewer than two optimizers or without tasks with targets. */
    static Optional<PortfolioView> of(PerformanceTable table) {
        int[] tasks = Arrays.stream(table.completeTasks()).filter(t -> !table.tasks().get(t).targets().isEmpty()).toArray();
        int k = table.optimizers().size();
        if (k < 2 || tasks.length == 0) {
            return Optional.empty();
        }
        double[][] shares = Arrays.stream(tasks).mapToObj(t -> IntStream.range(0, k).mapToDouble(o -> share(table, o, t)).toArray())
                .toArray(double[][]::new);
        Portfolio portfolio = Portfolio.of(shares);
        double[] sorted = Arrays.stream(portfolio.shapley()).map(v -> -v).toArray();
        List<Row> rows = new ArrayList<>();
        double[] positions = Ranks.of(sorted, TiePolicy.MINIMUM);
        IntStream.range(0, k).boxed().sorted((a, b) -> Double.compare(positions[a], positions[b])).forEach(o -> {
            double alone = Arrays.stream(shares).mapToDouble(row -> row[o]).average().orElseThrow();
            rows.add(new Row(o, table.optimizers().get(o), percent(alone), percent(portfolio.shapley()[o]), percent(portfolio.marginal()[o])));
        });
        return Optional.of(new PortfolioView(tasks.length, portfolio, rows));
    }

    /** Text of a share. */
    public static String percent(double share) {
        return Format.fixed(100 * share, 1) + " %";
    }

    private static double share(PerformanceTable table, int optimizer, int task) {
        int targets = table.tasks().get(task).targets().size();
        double attained = 0;
        for (int target = 0; target < targets; target++) {
            attained += Arrays.stream(table.hits(optimizer, task, target)).filter(Double::isFinite).count();
        }
        return attained / targets / table.runs(optimizer, task);
    }
}
