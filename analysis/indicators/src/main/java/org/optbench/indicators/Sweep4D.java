package org.optbench.indicators;

/**
 * Hypervolume of four objectives: a sweep over the fourth, in which every point adds its exclusive three-dimensional
 * contribution to the points before it.
 *
 * <p>The points seen so far that are non-dominated in the first three objectives stand in the order of the third, in parallel
 * arrays of ints: the ranks of their first two coordinates. Most of the time goes into passes over these arrays that look for
 * the few points that matter; on ranks, two comparisons are the sign of one integer, hence one branch that is seldom taken,
 * where comparisons of doubles would be two that are often guessed wrong.
 */
final class Sweep4D {

    private final double[] reference;
    private final Staircase stairs;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] xOfRank;
    private final int[] yOfRank;
    private final int[] stair;
    private final int[] xRank;
    private final int[] yRank;
    private final int[] point;
    private final int[] removed;
    private int size;

    private Sweep4D(double[][] points, int n, double[] reference) {
        this.reference = reference;
        x = Hypervolume.column(points, n, 0);
        y = Hypervolume.column(points, n, 1);
        z = Hypervolume.column(points, n, 2);
        int[] byX = Points.order(x, y, n);
        double[] sortedX = new double[n];
        double[] sortedY = new double[n];
        stair = new int[n];
        for (int r = 0; r < n; r++) {
            sortedX[r] = x[byX[r]];
            sortedY[r] = y[byX[r]];
            stair[byX[r]] = r;
        }
        stairs = new Staircase(sortedX, sortedY);
        xOfRank = ranks(x, byX);
        yOfRank = ranks(y, Points.order(y, x, n));
        xRank = new int[n + 1];
        yRank = new int[n + 1];
        point = new int[n + 1];
        removed = new int[n];
    }

    static double volume(double[][] points, int n, double[] reference) {
        Sweep4D sweep = new Sweep4D(points, n, reference);
        double[] w = Hypervolume.column(points, n, 3);
        double volume = 0;
        double slice = 0;
        double level = 0;
        for (int i : Points.order(w, sweep.z, n)) {
            volume += slice * (w[i] - level);
            level = w[i];
            slice += sweep.add(i);
        }
        return volume + slice * (reference[3] - level);
    }

    /** Rank of each value, the same for equal ones. */
    private static int[] ranks(double[] values, int[] order) {
        int[] ranks = new int[values.length];
        int rank = 0;
        for (int k = 0; k < order.length; k++) {
            rank = k > 0 && values[order[k]] > values[order[k - 1]] ? k : rank;
            ranks[order[k]] = rank;
        }
        return ranks;
    }

    /** Adds a point and returns its exclusive 3-D contribution. */
    private double add(int p) {
        int px = xOfRank[p];
        int py = yOfRank[p];
        int at = below(z[p]);
        int rightRank = xRank.length;
        int topRank = yRank.length;
        double right = reference[0];
        double top = reference[1];
        // Below the new point's level only two bounds matter, and a staircase between them.
        for (int i = 0; i < at; i++) {
            if ((xRank[i] - px - 1 & yRank[i] - topRank) < 0) {
                topRank = yRank[i];
                top = y[point[i]];
            }
            if ((yRank[i] - py - 1 & xRank[i] - rightRank) < 0) {
                rightRank = xRank[i];
                right = x[point[i]];
            }
        }
        if (topRank <= py || rightRank <= px) {
            return 0;
        }
        double free = (right - x[p]) * (top - y[p]);
        for (int i = 0; i < at; i++) {
            if ((xRank[i] - rightRank & yRank[i] - topRank) < 0) {
                free -= stairs.insert(stair[point[i]], right, top);
            }
        }
        double volume = 0;
        double level = z[p];
        int removals = 0;
        for (int i = at; i < size; i++) {
            if ((xRank[i] - px | yRank[i] - py) >= 0) {
                removed[removals++] = i;
            }
            if ((xRank[i] - rightRank & yRank[i] - topRank) < 0) {
                int q = point[i];
                volume += free * (z[q] - level);
                level = z[q];
                if (xRank[i] > px && yRank[i] > py) {
                    free -= stairs.insert(stair[q], right, top);
                } else if (xRank[i] > px) {
                    free -= (right - x[q]) * (top - y[p]) - stairs.cutRight(x[q], right, top);
                    right = x[q];
                    rightRank = xRank[i];
                } else if (yRank[i] > py) {
                    free -= (right - x[p]) * (top - y[q]) - stairs.cutTop(y[q], top, right);
                    top = y[q];
                    topRank = yRank[i];
                } else {
                    // It covers all that is left, and dominates none of the points behind it that the new one dominates.
                    free = 0;
                    rightRank = -1;
                    topRank = -1;
                }
            }
        }
        volume += free * (reference[2] - level);
        stairs.clear();
        replace(removals, at);
        xRank[at] = px;
        yRank[at] = py;
        point[at] = p;
        return volume;
    }

    /** The number of points whose third objective is at most {@code level}. */
    private int below(double level) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (z[point[middle]] <= level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Takes out the removed points and leaves a gap at {@code at}; what lies behind moves only as far as the removals ask for. */
    private void replace(int removals, int at) {
        int from = at;
        for (int k = 0; k <= removals; k++) {
            int end = k < removals ? removed[k] : size;
            move(from, from + 1 - k, end - from);
            from = end + 1;
        }
        size += 1 - removals;
    }

    private void move(int from, int to, int count) {
        if (from != to && count > 0) {
            System.arraycopy(xRank, from, xRank, to, count);
            System.arraycopy(yRank, from, yRank, to, count);
            System.arraycopy(point, from, point, to, count);
        }
    }
}
