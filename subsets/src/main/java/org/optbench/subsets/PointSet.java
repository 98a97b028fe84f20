package org.optbench.subsets;

import java.util.Arrays;

/** Points of [0,1]^d with, per dimension, the bit masks of the first c points in increasing order, so that a box is an intersection. */
final class PointSet {

    private final double[][] x;
    private final int n;
    private final int d;
    private final int words;
    private final double[][] sorted;
    private final long[][] prefix;

    PointSet(double[][] points) {
        x = points;
        n = points.length;
        d = points[0].length;
        words = (n + 63) >> 6;
        sorted = new double[d][n];
        prefix = new long[d][];
        boolean masks = (long) (n + 1) * words * d * Long.BYTES <= 512L << 20;
        for (int j = 0; j < d; j++) {
            Integer[] order = new Integer[n];
            Arrays.setAll(order, i -> i);
            int dim = j;
            Arrays.sort(order, (a, b) -> Double.compare(x[a][dim], x[b][dim]));
            for (int i = 0; i < n; i++) {
                sorted[j][i] = x[order[i]][j];
            }
            if (masks) {
                long[] p = new long[(n + 1) * words];
                for (int c = 0; c < n; c++) {
                    System.arraycopy(p, c * words, p, (c + 1) * words, words);
                    p[(c + 1) * words + (order[c] >> 6)] |= 1L << order[c];
                }
                prefix[j] = p;
            } else {
                prefix[j] = new long[0];
            }
        }
    }

    int size() {
        return n;
    }

    int dimension() {
        return d;
    }

    int words() {
        return words;
    }

    double[][] points() {
        return x;
    }

    /** Number of points whose coordinate j is below v, or at most v. */
    int rank(int j, double v, boolean inclusive) {
        double[] s = sorted[j];
        int lo = 0;
        int hi = n;
        while (lo < hi) {
            int m = (lo + hi) >>> 1;
            if (inclusive ? s[m] <= v : s[m] < v) {
                lo = m + 1;
            } else {
                hi = m;
            }
        }
        return lo;
    }

    /** The coordinate of dimension j at a position of its order. */
    double coordinate(int j, int position) {
        return sorted[j][position];
    }

    /** Fills the mask of the points in the box. */
    void inside(double[] corner, boolean closed, long[] to) {
        if (prefix[0].length == 0) {
            Arrays.fill(to, 0L);
            for (int i = 0; i < n; i++) {
                if (contains(corner, closed, x[i])) {
                    to[i >> 6] |= 1L << i;
                }
            }
            return;
        }
        for (int j = 0; j < d; j++) {
            int at = rank(j, corner[j], closed) * words;
            long[] p = prefix[j];
            if (j == 0) {
                System.arraycopy(p, at, to, 0, words);
            } else {
                for (int i = 0; i < words; i++) {
                    to[i] &= p[at + i];
                }
            }
        }
    }

    static boolean contains(double[] corner, boolean closed, double[] p) {
        for (int j = 0; j < corner.length; j++) {
            if (closed ? p[j] > corner[j] : p[j] >= corner[j]) {
                return false;
            }
        }
        return true;
    }
}
