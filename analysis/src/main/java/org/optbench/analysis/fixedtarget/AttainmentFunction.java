package org.optbench.analysis.fixedtarget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The empirical attainment function of runs with two objectives, both minimised (Grunert da Fonseca, Fonseca and Hall, EMO 2001): the share of
 * runs that found a point at least as good in both.
 */
public final class AttainmentFunction {

    private AttainmentFunction() {
    }

    /**
     * Share of the runs that attain a point.
     *
     * @param runs  shape {@code [runs][points][2]}, ragged
     * @param point two coordinates
     */
    public static double at(double[][][] runs, double[] point) {
        return Arrays.stream(runs).filter(run -> Arrays.stream(run).anyMatch(p -> p[0] <= point[0] && p[1] <= point[1])).count() / (double) runs.length;
    }

    /**
     * The surface that at least so many runs attain: 1 is the best of all, half of the runs the median, all the worst. O(N log N + N r) for N
     * points of r runs.
     *
     * @param runs  shape {@code [runs][points][2]}, ragged, at least one run
     * @param count in {@code [1, runs]}
     * @return corner points in the order of the first objective, shape {@code [m][2]}; empty when fewer runs found anything
     */
    public static double[][] surface(double[][][] runs, int count) {
        if (count < 1 || count > runs.length) {
            throw new IllegalArgumentException("the surface of " + count + " of " + runs.length + " runs: a number between 1 and all is needed");
        }
        record Point(double x, double y, int run) {
        }
        List<Point> points = new ArrayList<>();
        for (int r = 0; r < runs.length; r++) {
            for (double[] p : runs[r]) {
                points.add(new Point(p[0], p[1], r));
            }
        }
        points.sort((a, b) -> Double.compare(a.x, b.x));
        double[] lowest = new double[runs.length];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        List<double[]> surface = new ArrayList<>();
        double current = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            lowest[p.run] = Math.min(lowest[p.run], p.y);
            boolean lastOfColumn = i + 1 == points.size() || points.get(i + 1).x > p.x;
            if (lastOfColumn) {
                double[] sorted = lowest.clone();
                Arrays.sort(sorted);
                if (sorted[count - 1] < current) {
                    current = sorted[count - 1];
                    surface.add(new double[]{p.x, current});
                }
            }
        }
        return surface.toArray(double[][]::new);
    }
}
