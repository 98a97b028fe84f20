package org.optbench.subsets;

import java.util.Arrays;

/** Ranks of optimizers and the agreement of two rankings. */
public final class Ranks {

    private Ranks() {
    }

    /** Ranks from 1 (smallest); ties share the mean of their ranks. */
    public static double[] of(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] rank = new double[values.length];
        int i = 0;
        while (i < order.length) {
            int j = i;
            while (j + 1 < order.length && values[order[j + 1]] == values[order[i]]) {
                j++;
            }
            for (int t = i; t <= j; t++) {
                rank[order[t]] = 0.5 * (i + j) + 1.0;
            }
            i = j + 1;
        }
        return rank;
    }

    /**
     * Mean rank of each optimizer over some tasks.
     *
     * @param costs {@code [n][m]}: task, optimizer; smaller is better
     * @param tasks positions of the tasks, at least one
     */
    public static double[] mean(double[][] costs, int[] tasks) {
        double[] sum = new double[costs[0].length];
        for (int t : tasks) {
            double[] r = of(costs[t]);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += r[j] / tasks.length;
            }
        }
        return sum;
    }

    /** Spearman's rank correlation; NaN if one side is constant. */
    public static double spearman(double[] a, double[] b) {
        double[] x = of(a);
        double[] y = of(b);
        double centre = (a.length + 1) / 2.0;
        double xy = 0.0;
        double xx = 0.0;
        double yy = 0.0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - centre) * (y[i] - centre);
            xx += (x[i] - centre) * (x[i] - centre);
            yy += (y[i] - centre) * (y[i] - centre);
        }
        return xx > 0.0 && yy > 0.0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    /** Kendall's tau-b; NaN if one side is constant. O(m^2). */
    public static double kendall(double[] a, double[] b) {
        long score = 0;
        long ta = 0;
        long tb = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                int sa = Double.compare(a[i], a[j]);
                int sb = Double.compare(b[i], b[j]);
                score += Integer.signum(sa) * Integer.signum(sb);
                ta += sa != 0 ? 1 : 0;
                tb += sb != 0 ? 1 : 0;
            }
        }
        return ta > 0 && tb > 0 ? score / Math.sqrt((double) ta * tb) : Double.NaN;
    }
}
