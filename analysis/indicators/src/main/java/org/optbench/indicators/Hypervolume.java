package org.optbench.indicators;

/**
 * Exact hypervolume: the Lebesgue measure of the region that a set of points dominates and a reference point bounds (Zitzler
 * and Thiele, 1998). All objectives are minimised.
 *
 * <table>
 * <caption>Algorithms</caption>
 * <tr><td>d = 2</td><td>sort and sweep, O(n log n)</td></tr>
 * <tr><td>d = 3</td><td>sweep over the third objective with a dynamic staircase (Beume et al., IEEE TEC 13(5), 2009), O(n log n)</td></tr>
 * <tr><td>d = 4</td><td>sweep over the fourth objective, each step adding one exclusive 3-D contribution
 *     (Guerreiro, Fonseca and Emmerich, CCCG 2012), O(n^2 log n)</td></tr>
 * <tr><td>d &ge; 5</td><td>WFG (While, Bradstreet and Barone, IEEE TEC 16(1), 2012) down to the 4-D sweep; exponential in d</td></tr>
 * </table>
 *
 * <p>A point that is not strictly better than the reference in every objective contributes nothing, and neither does a point
 * with a NaN coordinate. Dominated and duplicate points are allowed.
 */
public final class Hypervolume {

    private Hypervolume() {
    }

    /**
     * The hypervolume of {@code points}.
     *
     * @param points shape {@code [n][d]}, n may be 0
     * @param reference {@code d >= 1} finite coordinates
     * @return the volume, at least 0, in the product of the objectives' units
     * @throws IllegalArgumentException for a point of another dimension, one at negative infinity, or a reference that is not finite
     */
    public static double of(double[][] points, double[] reference) {
        double[][] inside = inside(points, reference);
        return measure(inside, inside.length, reference, reference.length);
    }

    /**
     * The volume that only point {@code index} dominates: what the hypervolume would lose without it. 0 for a dominated point and
     * for a point that is in the set twice.
     *
     * @param points shape {@code [n][d]}
     * @param index the point, in {@code [0, n)}
     * @param reference {@code d} finite coordinates
     * @return the exclusive contribution, at least 0
     */
    public static double contribution(double[][] points, int index, double[] reference) {
        double[] point = points[index];
        if (inside(new double[][]{point}, reference).length == 0) {
            return 0;
        }
        double[][] limited = new double[points.length - 1][];
        int n = 0;
        for (int i = 0; i < points.length; i++) {
            if (i != index) {
                limited[n++] = limit(points[i], point, reference.length);
            }
        }
        double exclusive = inclusive(point, reference, reference.length) - of(limited, reference);
        return Math.max(0, exclusive);
    }

    /**
     * {@link #contribution} of every point; O(n log n) for a non-dominated set of two objectives, n times the hypervolume otherwise.
     *
     * @param points shape {@code [n][d]}
     * @param reference {@code d} finite coordinates
     * @return n exclusive contributions
     */
    public static double[] contributions(double[][] points, double[] reference) {
        double[][] inside = inside(points, reference);
        if (reference.length == 2 && inside.length == points.length) {
            int[] order = Points.order(column(points, points.length, 0), column(points, points.length, 1), points.length);
            if (isStaircase(points, order)) {
                return staircaseContributions(points, order, reference);
            }
        }
        double[] result = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            result[i] = contribution(points, i, reference);
        }
        return result;
    }

    /** Whether no point dominates or equals another, given their order by the first objective. */
    private static boolean isStaircase(double[][] points, int[] order) {
        for (int k = 1; k < order.length; k++) {
            if (!(points[order[k]][0] > points[order[k - 1]][0] && points[order[k]][1] < points[order[k - 1]][1])) {
                return false;
            }
        }
        return true;
    }

    /** Each point owns the rectangle up to its two neighbours. */
    private static double[] staircaseContributions(double[][] points, int[] order, double[] reference) {
        double[] result = new double[points.length];
        for (int k = 0; k < order.length; k++) {
            double right = k + 1 < order.length ? points[order[k + 1]][0] : reference[0];
            double top = k > 0 ? points[order[k - 1]][1] : reference[1];
            result[order[k]] = (right - points[order[k]][0]) * (top - points[order[k]][1]);
        }
        return result;
    }

    private static double[][] inside(double[][] points, double[] reference) {
        int d = reference.length;
        if (d == 0) {
            throw new IllegalArgumentException("the reference point has no coordinates, expected one per objective");
        }
        for (double r : reference) {
            if (!Double.isFinite(r)) {
                throw new IllegalArgumentException("the reference point has the coordinate " + r
                        + ", expected finite numbers.\nMaybe give the reference point stored with the task.");
            }
        }
        double[][] kept = new double[points.length][];
        int n = 0;
        for (int i = 0; i < points.length; i++) {
            Points.requireDimension(points[i], d, i);
            boolean better = true;
            for (int j = 0; j < d; j++) {
                if (points[i][j] == Double.NEGATIVE_INFINITY) {
                    throw new IllegalArgumentException("point " + i + " is -Infinity in objective " + j
                            + ", its hypervolume is not finite.\nMaybe the task reports a failure as -Infinity.");
                }
                better &= points[i][j] < reference[j];
            }
            if (better) {
                kept[n++] = points[i];
            }
        }
        return java.util.Arrays.copyOf(kept, n);
    }

    /** Volume of the first {@code n} points in their first {@code d} objectives; all are strictly inside the reference. */
    private static double measure(double[][] points, int n, double[] reference, int d) {
        if (n == 0) {
            return 0;
        }
        if (n == 1) {
            return inclusive(points[0], reference, d);
        }
        if (n == 2) {
            return inclusive(points[0], reference, d) + inclusive(points[1], reference, d)
                    - common(points[0], points[1], reference, d);
        }
        return switch (d) {
            case 1 -> oneDimensional(points, n, reference);
            case 2 -> twoDimensional(points, n, reference);
            case 3 -> Sweep3D.volume(points, n, reference);
            case 4 -> Sweep4D.volume(points, n, reference);
            default -> wfg(points, n, reference, d);
        };
    }

    private static double inclusive(double[] point, double[] reference, int d) {
        double volume = 1;
        for (int i = 0; i < d; i++) {
            volume *= reference[i] - point[i];
        }
        return volume;
    }

    private static double common(double[] a, double[] b, double[] reference, int d) {
        double volume = 1;
        for (int i = 0; i < d; i++) {
            volume *= reference[i] - Math.max(a[i], b[i]);
        }
        return volume;
    }

    private static double oneDimensional(double[][] points, int n, double[] reference) {
        double best = reference[0];
        for (int i = 0; i < n; i++) {
            best = Math.min(best, points[i][0]);
        }
        return reference[0] - best;
    }

    private static double twoDimensional(double[][] points, int n, double[] reference) {
        double[] x = column(points, n, 0);
        double[] y = column(points, n, 1);
        double area = 0;
        double height = reference[1];
        for (int i : Points.order(x, y, n)) {
            if (y[i] < height) {
                area += (reference[0] - x[i]) * (height - y[i]);
                height = y[i];
            }
        }
        return area;
    }

    static double[] column(double[][] points, int n, int j) {
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = points[i][j];
        }
        return column;
    }

    /**
     * WFG: the points are taken from the worst to the best in the last objective, so that within a limit set the last objective is
     * the same everywhere and one dimension drops out.
     */
    private static double wfg(double[][] points, int n, double[] reference, int d) {
        int last = d - 1;
        double[] key = column(points, n, last);
        int[] order = Points.order(key, key, n);
        double volume = 0;
        double[][] limited = new double[n][];
        for (int k = 0; k < n; k++) {
            double[] point = points[order[k]];
            int m = 0;
            boolean dominated = false;
            for (int i = 0; i < k && !dominated; i++) {
                double[] q = limit(points[order[i]], point, last);
                dominated = equalPrefix(q, point, last);
                m = dominated ? m : insertNondominated(limited, m, q, last);
            }
            if (!dominated) {
                double exclusive = inclusive(point, reference, last) - measure(limited, m, reference, last);
                volume += exclusive * (reference[last] - point[last]);
            }
        }
        return volume;
    }

    private static double[] limit(double[] q, double[] point, int d) {
        double[] limited = new double[d];
        for (int i = 0; i < d; i++) {
            limited[i] = Math.max(q[i], point[i]);
        }
        return limited;
    }

    private static boolean equalPrefix(double[] a, double[] b, int d) {
        for (int i = 0; i < d; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    private static int insertNondominated(double[][] set, int size, double[] q, int d) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double[] other = set[i];
            boolean otherBetter = true;
            boolean qBetter = true;
            for (int j = 0; j < d && (otherBetter || qBetter); j++) {
                otherBetter &= other[j] <= q[j];
                qBetter &= q[j] <= other[j];
            }
            if (otherBetter) {
                return size;
            }
            if (!qBetter) {
                set[kept++] = other;
            }
        }
        set[kept] = q;
        return kept + 1;
    }
}
