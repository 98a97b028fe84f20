package org.optbench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.analysis.PerformanceTable;
import org.optbench.subsets.Normalisation;

/**
 * The tasks of a campaign as points: one coordinate for each optimizer of a choice, its mean final value over the seeds, scaled by the best and the worst
 * final value that any run of the campaign has on the task.
 *
 * @param tasks         ids, one for each row
 * @param costs         {@code [n][all optimizers]} in [0, 1], 0 for the best run
 * @param points        {@code [n][chosen optimizers]} in the unit cube
 * @param normalisation how the columns of the points were scaled
 */
@SuppressWarnings("ArrayRecordComponent")
record PerformanceSpace(List<String> tasks, double[][] costs, double[][] points, Normalisation normalisation) {

    static PerformanceSpace of(PerformanceTable table, List<String> chosen, Normalisation.Scale scale) {
        List<String> optimizers = table.optimizers();
        int[] columns = chosen.stream().mapToInt(name -> {
            int at = optimizers.indexOf(name);
            if (at < 0) {
                throw new RefusedException("Optimizer '" + name + "' is not in the campaign, which has " + optimizers + ".");
            }
            return at;
        }).toArray();
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int task : table.completeTasks()) {
            ids.add(table.tasks().get(task).id());
            rows.add(costs(table, task));
        }
        if (rows.isEmpty()) {
            throw new RefusedException("The campaign has no task that every optimizer has finished. Maybe finish it first: optbench run");
        }
        double[][] costs = rows.toArray(double[][]::new);
        double[][] raw = Arrays.stream(costs).map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray()).toArray(double[][]::new);
        Normalisation normalisation = Normalisation.fit(raw, scale);
        return new PerformanceSpace(ids, costs, normalisation.apply(raw), normalisation);
    }

    private static double[] costs(PerformanceTable table, int task) {
        double best = Double.POSITIVE_INFINITY;
        double worst = Double.NEGATIVE_INFINITY;
        for (int optimizer = 0; optimizer < table.optimizers().size(); optimizer++) {
            for (double value : table.finalValues(optimizer, task)) {
                best = Math.min(best, value);
                worst = Double.isFinite(value) ? Math.max(worst, value) : worst;
            }
        }
        double[] costs = new double[table.optimizers().size()];
        for (int optimizer = 0; optimizer < costs.length; optimizer++) {
            double[] values = table.finalValues(optimizer, task);
            for (double value : values) {
                double scaled = worst > best ? (value - best) / (worst - best) : 0;
                costs[optimizer] += Math.clamp(Double.isFinite(scaled) ? scaled : 1, 0, 1) / values.length;
            }
        }
        return costs;
    }
}
