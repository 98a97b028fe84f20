package org.optbench.analysis.report;

import java.util.Arrays;
import java.util.Optional;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.fixedtarget.AttainmentFunction;

/** Median attainment surfaces of a task with two objectives: what half of the runs of an optimizer attain, in both objectives at once. */
final class Surfaces {

    private static final int POINTS = 120;

    private Surfaces() {
    }

    /**
     * The surfaces over the first objective, both to be minimised.
     *
     * @return NaN left of a surface, and for an optimizer of which fewer than half of the runs found anything; empty for another number of objectives
     */
    static Optional<Curves> of(PerformanceTable table, int task) {
        int k = table.optimizers().size();
        double[][][] surfaces = new double[k][][];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < k; o++) {
            double[][][] fronts = table.fronts(o, task);
            boolean two = fronts.length > 0 && Arrays.stream(fronts).allMatch(front -> front.length == 0 || front[0].length == 2);
            surfaces[o] = two ? AttainmentFunction.surface(fronts, (fronts.length + 1) / 2) : new double[0][];
            for (double[] corner : surfaces[o]) {
                low = Math.min(low, corner[0]);
                high = Math.max(high, corner[0]);
            }
        }
        if (!(high >= low)) {
            return Optional.empty();
        }
        double margin = high > low ? (high - low) * 0.04 : 1;
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = low - margin + (high - low + 2 * margin) * i / (POINTS - 1);
        }
        double[][] y = new double[k][POINTS];
        for (int o = 0; o < k; o++) {
            int corner = -1;
            for (int i = 0; i < POINTS; i++) {
                while (corner + 1 < surfaces[o].length && surfaces[o][corner + 1][0] <= x[i]) {
                    corner++;
                }
                y[o][i] = corner < 0 ? Double.NaN : surfaces[o][corner][1];
            }
        }
        return Optional.of(new Curves(x, y));
    }
}
