package org.optbench.indicators;

/**
 * Hypervolume of four objectives: a sweep over the fourth, in which every point adds its exclusive three-dimensional
 * contribution to the points before it.
 *
 * <p>The points seen so far that are non-dominated in the first three objectives stand in parallel arrays in the order of the
 * third. A contribution is one pass over them: they are clipped to the quadrant of the new point, which leaves a left bound, an
 * upper bound and a small staircase between.
 */
final class Sweep4D {

    private final double[] reference;
    private final Staircase stairs;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] rank;
    private int size;

    private Sweep4D(double[] reference, Staircase stairs, int n) {
        this.reference = reference;
        this.stairs = stairs;
        x = new double[n];
        y = new double[n];
        z = new double[n];
        rank = new int[n];
    }

    static double volume(double[][] points, int n, double[] reference) {
        double[] x = Hypervolume.column(points, n, 0);
        double[] y = Hypervolume.column(points, n, 1);
        double[] z = Hypervolume.column(points, n, 2);
        double[] w = Hypervolume.column(points, n, 3);
        int[] byX = Points.order(x, y, n);
        double[] sortedX = new double[n];
        double[] sortedY = new double[n];
        int[] rank = new int[n];
        for (int r = 0; r < n; r++) {
            sortedX[r] = x[byX[r]];
            sortedY[r] = y[byX[r]];
            rank[byX[r]] = r;
        }
        Sweep4D sweep = new Sweep4D(reference, new Staircase(sortedX, sortedY), n);
        double volume = 0;
        double slice = 0;
        double level = 0;
        for (int i : Points.order(w, z, n)) {
            volume += slice * (w[i] - level);
            level = w[i];
            slice += sweep.add(x[i], y[i], z[i], rank[i]);
        }
        return volume + slice * (reference[3] - level);
    }

    /** Adds a point and returns its exclusive 3-D contribution. */
    private double add(double px, double py, double pz, int pr) {
        double right = reference[0];
        double top = reference[1];
        int at = 0;
        // Below the new point's level only two bounds matter, and a staircase between them.
        for (; at < size && z[at] <= pz; at++) {
            if (x[at] <= px) {
                if (y[at] <= py) {
                    return 0;
                }
                top = Math.min(top, y[at]);
            } else if (y[at] <= py) {
                right = Math.min(right, x[at]);
            }
        }
        double free = (right - px) * (top - py);
        for (int j = 0; j < at; j++) {
            if (x[j] < right && y[j] < top && x[j] > px && y[j] > py) {
                free -= stairs.insert(rank[j], right, top);
            }
        }
        double volume = 0;
        double level = pz;
        int kept = at;
        boolean open = true;
        for (int i = at; i < size; i++) {
            if (open && x[i] < right && y[i] < top) {
                volume += free * (z[i] - level);
                level = z[i];
                if (x[i] > px && y[i] > py) {
                    free -= stairs.insert(rank[i], right, top);
                } else if (x[i] > px) {
                    free -= (right - x[i]) * (top - py) - stairs.cutRight(x[i], right, top);
                    right = x[i];
                } else if (y[i] > py) {
                    free -= (right - px) * (top - y[i]) - stairs.cutTop(y[i], top, right);
                    top = y[i];
                } else {
                    open = false;
                }
            }
            boolean dominated = x[i] >= px && y[i] >= py;
            if (!dominated) {
                keep(kept++, i);
            }
        }
        if (open) {
            volume += free * (reference[2] - level);
        }
        stairs.clear();
        size = kept;
        insert(at, px, py, pz, pr);
        return volume;
    }

    private void keep(int to, int from) {
        x[to] = x[from];
        y[to] = y[from];
        z[to] = z[from];
        rank[to] = rank[from];
    }

    private void insert(int at, double px, double py, double pz, int pr) {
        int moved = size - at;
        System.arraycopy(x, at, x, at + 1, moved);
        System.arraycopy(y, at, y, at + 1, moved);
        System.arraycopy(z, at, z, at + 1, moved);
        System.arraycopy(rank, at, rank, at + 1, moved);
        x[at] = px;
        y[at] = py;
        z[at] = pz;
        rank[at] = pr;
        size++;
    }
}
