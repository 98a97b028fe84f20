package org.optbench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.optbench.analysis.PerformanceTable;
import org.optbench.subsets.Normalisation;
import org.optbench.subsets.PrincipalComponents;

/**
 * Tasks as points: one coordinate for each optimizer of a choice, or principal components of them, in the unit cube.
 *
 * @param tasks         ids, one for each row
 * @param optimizers    all optimizers, one for each column of the costs
 * @param costs         {@code [n][all optimizers]}; of a campaign in [0, 1], 0 for the best run on the task
 * @param axes          names of the coordinates
 * @param points        {@code [n][axes]} in the unit cube
 * @param normalisation how the columns of the chosen optimizers were scaled
 */
@SuppressWarnings("ArrayRecordComponent")
record PerformanceSpace(List<String> tasks, List<String> optimizers, double[][] costs, List<String> axes, double[][] points,
        Normalisation normalisation) {

    /** Discrepancy takes no more dimensions in reasonable time. */
    private static final int MOST_AXES = 6;
    private static final int USUAL_COMPONENTS = 3;

    /**
     * The space of a campaign: mean final value over the seeds, scaled by the best and the worst final value that any run has on the task.
     *
     * @param chosen     optimizers that span the space
     * @param components number of principal components to use in place of the optimizers; 0 for none while there are few optimizers
     */
    static PerformanceSpace of(PerformanceTable table, List<String> chosen, Normalisation.Scale scale, int components) {
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int task : table.completeTasks()) {
            ids.add(table.tasks().get(task).id());
            rows.add(costs(table, task));
        }
        if (rows.isEmpty()) {
            throw new RefusedException("The campaign has no task that every optimizer has finished. Maybe finish it first: optbench run");
        }
        return of(ids, table.optimizers(), rows.toArray(double[][]::new), chosen, scale, components);
    }

    /**
     * The space of a matrix in a file.
     *
     * @see CostMatrix
     */
    static PerformanceSpace of(CostMatrix matrix, List<String> chosen, Normalisation.Scale scale, int components) {
        return of(matrix.tasks(), matrix.optimizers(), matrix.costs(), chosen, scale, components);
    }

    private static PerformanceSpace of(List<String> tasks, List<String> optimizers, double[][] costs, List<String> chosen, Normalisation.Scale scale,
            int components) {
        List<String> names = chosen.isEmpty() ? optimizers : chosen;
        int[] columns = names.stream().mapToInt(name -> {
            int at = optimizers.indexOf(name);
            if (at < 0) {
                throw new RefusedException("Optimizer '" + name + "' is not there. Maybe one of " + optimizers + "?");
            }
            return at;
        }).toArray();
        double[][] raw = Arrays.stream(costs).map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray()).toArray(double[][]::new);
        Normalisation normalisation = Normalisation.fit(raw, scale);
        double[][] scaled = normalisation.apply(raw);
        int kept = components == 0 && columns.length > MOST_AXES ? USUAL_COMPONENTS : components;
        if (kept == 0) {
            return new PerformanceSpace(tasks, optimizers, costs, names, scaled, normalisation);
        }
        if (kept > columns.length) {
            throw new RefusedException(kept + " components of " + columns.length + " optimizers: there cannot be more. Maybe --components "
                    + Math.min(USUAL_COMPONENTS, columns.length));
        }
        PrincipalComponents fitted = PrincipalComponents.fit(scaled);
        double[][] projected = fitted.project(scaled, kept);
        double[][] unit = Normalisation.fit(projected, Normalisation.Scale.RAW).apply(projected);
        List<String> axes = IntStream.rangeClosed(1, kept)
                .mapToObj(i -> String.format(Locale.ROOT, "component %d (%.0f %%)", i, 100 * (fitted.explained(i) - fitted.explained(i - 1)))).toList();
        return new PerformanceSpace(tasks, optimizers, costs, axes, unit, normalisation);
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
