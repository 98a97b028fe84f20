package org.optbench.subsets;

import java.util.Arrays;

/**
 * Exact discrepancy for d = 2 and small n: a line moves up the first coordinate, counts are kept for every second coordinate. O(n^2), but all
 * of it elementwise maxima over rows, which the compiler turns into vector instructions.
 */
final class PlaneSweep {

    /** Above this the slabs are faster. */
    static final int MAX_POINTS = 128;

    private PlaneSweep() {
    }

    static Discrepancy compute(double[][] x) {
        int n = x.length;
        double[] first = new double[n];
        int[] order = new int[n];
        sort(x, first, order);
        double[] side = new double[n + 1];
        for (int i = 0; i < n; i++) {
            side[i] = x[i][1];
        }
        Arrays.sort(side, 0, n);
        double[] scaled = new double[n + 1];
        for (int r = 0; r < n; r++) {
            scaled[r] = side[r] * n;
        }
        side[n] = 1.0;
        scaled[n] = n;
        // below[r]: points passed whose second coordinate has a rank below r.
        double[] below = new double[n + 1];
        double[] open = new double[n + 1];
        double[] closed = new double[n];
        for (int i = 0; i < n; i++) {
            double v = first[i];
            open(open, scaled, below, v);
            int rank = rank(side, n, x[order[i]][1]);
            for (int r = rank + 1; r <= n; r++) {
                below[r] += 1.0;
            }
            closed(closed, scaled, below, v);
        }
        open(open, scaled, below, 1.0);
        int bestOpen = largest(open);
        int bestClosed = largest(closed);
        boolean isClosed = closed[bestClosed] > open[bestOpen];
        double second = side[isClosed ? bestClosed : bestOpen];
        Box box = Box.of(new double[]{along(x, first, order, second, isClosed), second}, isClosed, x);
        double value = Math.max(box.discrepancy(), (isClosed ? closed[bestClosed] : open[bestOpen]) / n);
        return new Discrepancy(box.discrepancy(), value, box, Discrepancy.Method.SLAB_BOUND, true);
    }

    private static void open(double[] best, double[] scaled, double[] below, double v) {
        for (int r = 0; r < best.length; r++) {
            best[r] = Math.max(best[r], v * scaled[r] - below[r]);
        }
    }

    private static void closed(double[] best, double[] scaled, double[] below, double v) {
        for (int r = 0; r < best.length; r++) {
            best[r] = Math.max(best[r], below[r + 1] - v * scaled[r]);
        }
    }

    private static void sort(double[][] x, double[] first, int[] order) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i][0];
            int at = rank(first, i, v);
            System.arraycopy(first, at, first, at + 1, i - at);
            System.arraycopy(order, at, order, at + 1, i - at);
            first[at] = v;
            order[at] = i;
        }
    }

    /** Number of the first {@code size} entries below v. */
    private static int rank(double[] sorted, int size, double v) {
        int lo = 0;
        int hi = size;
        while (lo < hi) {
            int m = (lo + hi) >>> 1;
            if (sorted[m] < v) {
                lo = m + 1;
            } else {
                hi = m;
            }
        }
        return lo;
    }

    private static int largest(double[] a) {
        int best = 0;
        for (int r = 1; r < a.length; r++) {
            best = a[r] > a[best] ? r : best;
        }
        return best;
    }

    /** The first coordinate of the worst box whose second is known. */
    private static double along(double[][] x, double[] first, int[] order, double second, boolean closed) {
        int n = first.length;
        double best = Double.NEGATIVE_INFINITY;
        double at = 1.0;
        int in = 0;
        for (int i = 0; i < n; i++) {
            double y = x[order[i]][1];
            double v = first[i] * second * n;
            if (!closed && v - in > best) {
                best = v - in;
                at = first[i];
            }
            in += (closed ? y <= second : y < second) ? 1 : 0;
            if (closed && in - v > best) {
                best = in - v;
                at = first[i];
            }
        }
        return !closed && second * n - in > best ? 1.0 : at;
    }
}
