package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Sampling of Pareto fronts. */
public final class Fronts {

    private static final double BISECTION = 1e-12;

    private Fronts() {
    }

    /** Whether a is nowhere worse than b and somewhere better; all objectives are minimised. */
    public static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }

    /** The points that no other dominates, duplicates removed, in lexicographic order; O(n log n) for two objectives, else O(n * size of the front). */
    public static double[][] nonDominated(double[][] points) {
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparing(Arrays::compare));
        List<double[]> front = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (double[] p : sorted) {
            // In lexicographic order a point can only be dominated by one before it.
            boolean keep = p.length == 2 ? p[1] < lowest : front.stream().noneMatch(q -> dominates(q, p) || Arrays.equals(q, p));
            if (keep) {
                front.add(p);
                lowest = p.length == 2 ? p[1] : lowest;
            }
        }
        return front.toArray(double[][]::new);
    }

    /** The curve {@code (t, h(t))} at equidistant t of [from, to]. */
    static double[][] curve(int points, double from, double to, DoubleUnaryOperator h) {
        double[][] front = new double[points][];
        for (int i = 0; i < points; i++) {
            double t = from + (to - from) * i / (points - 1.0);
            front[i] = new double[]{t, h.applyAsDouble(t)};
        }
        return front;
    }

    /**
     * An order in which every prefix spreads over all points: first the lexicographically least, then always the point farthest from those before, with
     * the objectives scaled to [0, 1] (Gonzalez 1985). O(n * count).
     *
     * @param points array shape {@code [n][m]}
     * @param count  points wanted
     * @return positions, at most {@code count}; equal points are taken once
     */
    static int[] spread(double[][] points, int count) {
        int n = points.length;
        if (n == 0) {
            return new int[0];
        }
        double[][] scaled = scaled(points);
        double[] distance = ParetoProblem.filled(n, Double.POSITIVE_INFINITY);
        int[] order = new int[Math.min(n, count)];
        int taken = 0;
        int next = 0;
        for (int i = 1; i < n; i++) {
            next = Arrays.compare(points[i], points[next]) < 0 ? i : next;
        }
        while (taken < order.length && distance[next] > 0.0) {
            int last = next;
            order[taken++] = last;
            next = 0;
            for (int i = 0; i < n; i++) {
                distance[i] = Math.min(distance[i], squaredDistance(scaled[i], scaled[last]));
                next = distance[i] > distance[next] ? i : next;
            }
        }
        return Arrays.copyOf(order, taken);
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0.0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    private static double[][] scaled(double[][] points) {
        double[][] scaled = new double[points.length][points[0].length];
        for (int j = 0; j < points[0].length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] p : points) {
                low = Math.min(low, p[j]);
                high = Math.max(high, p[j]);
            }
            for (int i = 0; i < points.length; i++) {
                scaled[i][j] = high > low ? (points[i][j] - low) / (high - low) : 0.0;
            }
        }
        return scaled;
    }

    /** The simplex lattice of Das and Dennis (1998) with at least the wanted number of points, array shape {@code [n][m]}; rows sum to 1. */
    static double[][] simplex(int points, int m) {
        int divisions = 1;
        while (count(divisions, m) < points) {
            divisions++;
        }
        List<double[]> rows = new ArrayList<>();
        fill(rows, new double[m], 0, divisions, divisions);
        return rows.toArray(double[][]::new);
    }

    private static double count(int divisions, int m) {
        double count = 1;
        for (int i = 1; i < m; i++) {
            count = count * (divisions + i) / i;
        }
        return count;
    }

    private static void fill(List<double[]> rows, double[] row, int at, int left, int divisions) {
        if (at == row.length - 1) {
            row[at] = (double) left / divisions;
            rows.add(row.clone());
            return;
        }
        for (int i = 0; i <= left; i++) {
            row[at] = (double) i / divisions;
            fill(rows, row, at + 1, left - i, divisions);
        }
    }

    /** The simplex lattice projected to the unit sphere. */
    static double[][] sphere(int points, int m) {
        double[][] rows = simplex(points, m);
        for (double[] row : rows) {
            double norm = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
            for (int i = 0; i < m; i++) {
                row[i] /= norm;
            }
        }
        return rows;
    }

    /** Equidistant points of [0, 1]^m, as many per axis as give at least the wanted number in all. */
    static double[][] grid(int points, int m) {
        int perAxis = 2;
        while (StrictMath.pow(perAxis, m) < points) {
            perAxis++;
        }
        int total = (int) Math.round(StrictMath.pow(perAxis, m));
        double[][] rows = new double[total][m];
        for (int i = 0; i < total; i++) {
            int rest = i;
            for (int j = 0; j < m; j++) {
                rows[i][j] = rest % perAxis / (perAxis - 1.0);
                rest /= perAxis;
            }
        }
        return rows;
    }

    /** The value g in [from, to] with the smallest feasible one found by a scan of {@code steps} and refined by bisection; NaN when none is feasible. */
    static double firstFeasible(double from, double to, int steps, DoublePredicate feasible) {
        double before = Double.NaN;
        for (int i = 0; i <= steps; i++) {
            double g = from + (to - from) * i / steps;
            if (feasible.test(g)) {
                return Double.isNaN(before) ? g : refine(before, g, feasible);
            }
            before = g;
        }
        return Double.NaN;
    }

    private static double refine(double infeasible, double feasibleAt, DoublePredicate feasible) {
        double low = infeasible;
        double high = feasibleAt;
        while (high - low > BISECTION * Math.max(1.0, Math.abs(high))) {
            double middle = 0.5 * (low + high);
            if (feasible.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
