package org.optbench.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Filters of non-dominated points. All objectives are minimised. */
public final class ParetoFront {

    private ParetoFront() {
    }

    /**
     * True when {@code a} is no worse than {@code b} in every objective and better in one. False when a coordinate is NaN.
     *
     * @param a d coordinates
     * @param b d coordinates
     */
    public static boolean dominates(double[] a, double[] b) {
        return Points.weaklyDominates(a, b) && !Points.weaklyDominates(b, a);
    }

    /**
     * Indices of the non-dominated points in ascending order; of equal points only the first is kept, points with NaN are dropped.
     * O(n log n) for two objectives, O(n m) with m the size of the front otherwise.
     *
     * @param points shape {@code [n][d]}
     */
    public static int[] indices(double[][] points) {
        int n = points.length;
        double[] sum = new double[n];
        double[] first = new double[n];
        boolean finite = true;
        for (int i = 0; i < n; i++) {
            for (double v : points[i]) {
                sum[i] += v;
                finite &= !Double.isNaN(v);
            }
            first[i] = points[i].length > 0 ? points[i][0] : 0;
        }
        if (n > 0 && points[0].length == 2 && finite) {
            return twoDimensional(points, n);
        }
        // In the order of the sum no later point dominates an earlier one (infinite sums excepted, hence the second check).
        List<Integer> front = new ArrayList<>();
        for (int i : Points.order(sum, first, n)) {
            double[] point = points[i];
            if (Double.isNaN(sum[i]) && hasNan(point)) {
                continue;
            }
            if (front.stream().noneMatch(j -> Points.weaklyDominates(points[j], point))) {
                front.removeIf(j -> Points.weaklyDominates(point, points[j]));
                front.add(i);
            }
        }
        return front.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * The non-dominated points themselves, in the order of {@link #indices}; rows are shared with {@code points}.
     *
     * @param points shape {@code [n][d]}
     */
    public static double[][] of(double[][] points) {
        int[] kept = indices(points);
        double[][] front = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            front[i] = points[kept[i]];
        }
        return front;
    }

    private static int[] twoDimensional(double[][] points, int n) {
        double[] x = Hypervolume.column(points, n, 0);
        double[] y = Hypervolume.column(points, n, 1);
        int[] front = new int[n];
        int size = 0;
        double best = Double.POSITIVE_INFINITY;
        boolean any = false;
        for (int i : Points.order(x, y, n)) {
            if (!any || y[i] < best) {
                front[size++] = i;
                best = y[i];
                any = true;
            }
        }
        int[] kept = Arrays.copyOf(front, size);
        Arrays.sort(kept);
        return kept;
    }

    private static boolean hasNan(double[] point) {
        return Arrays.stream(point).anyMatch(Double::isNaN);
    }
}
