package org.optbench.subsets;

import java.util.Arrays;

/**
 * The algorithm of Dobkin, Eppstein and Mitchell (1996), O(n^(1 + d/2)), on lists and with its table: slabs in all dimensions, and in
 * each product of slabs the largest and the smallest volume for every number of internal points. Kept plain and independent of
 * {@link SlabSearch}, which it checks.
 */
final class DobkinEppsteinMitchell {

    private final double[][] x;
    private final int n;
    private final int d;
    private final int step;
    private final double[] low;
    private final double[] high;
    private final int[][] internal;
    private double best = -1.0;
    private double[] bestCorner = {};
    private boolean bestClosed;

    private DobkinEppsteinMitchell(double[][] x) {
        this.x = x;
        n = x.length;
        d = x[0].length;
        step = Math.max(1, (int) Math.sqrt(n));
        low = new double[d];
        high = new double[d];
        internal = new int[d][];
    }

    static Discrepancy compute(double[][] x) {
        if (x[0].length == 1) {
            return StarDiscrepancy.exact(x);
        }
        DobkinEppsteinMitchell s = new DobkinEppsteinMitchell(x);
        s.descend(0, Points.all(s.n), new int[0]);
        Box box = Box.of(s.bestCorner, s.bestClosed, x);
        double value = Math.max(s.best, box.discrepancy());
        return new Discrepancy(box.discrepancy(), value, box, Discrepancy.Method.DOBKIN_EPPSTEIN_MITCHELL, true);
    }

    private void descend(int j, int[] rem, int[] forced) {
        if (j == d) {
            table(rem.length, forced);
            return;
        }
        double[] cuts = cuts(j, rem, forced);
        for (int c = 0; c + 1 < cuts.length; c++) {
            slab(j, rem, forced, cuts[c], cuts[c + 1]);
        }
        slab(j, rem, forced, 1.0, 1.0);
    }

    /** 0, every forced coordinate, each step-th remaining point after a cut, 1. */
    private double[] cuts(int j, int[] rem, int[] forced) {
        double[] f = Arrays.stream(forced).mapToDouble(p -> x[p][j]).sorted().toArray();
        double[] r = Arrays.stream(rem).mapToDouble(p -> x[p][j]).sorted().toArray();
        double[] cuts = new double[f.length + r.length + 2];
        int size = 1;
        int fi = 0;
        int run = 0;
        for (double v : r) {
            while (fi < f.length && f[fi] <= v) {
                if (f[fi] > cuts[size - 1]) {
                    cuts[size++] = f[fi];
                    run = 0;
                }
                fi++;
            }
            if (++run > step && v > cuts[size - 1]) {
                cuts[size++] = v;
                run = 0;
            }
        }
        for (; fi < f.length; fi++) {
            if (f[fi] > cuts[size - 1]) {
                cuts[size++] = f[fi];
            }
        }
        if (cuts[size - 1] < 1.0) {
            cuts[size++] = 1.0;
        }
        return Arrays.copyOf(cuts, size);
    }

    private void slab(int j, int[] rem, int[] forced, double l, double h) {
        boolean top = l == 1.0;
        int[] inside = Arrays.stream(rem).filter(p -> x[p][j] <= l).toArray();
        int[] within = Arrays.stream(rem).filter(p -> x[p][j] > l && x[p][j] < h).toArray();
        int[] kept = Arrays.stream(forced).filter(p -> top || x[p][j] < h).toArray();
        low[j] = l;
        high[j] = h;
        internal[j] = Arrays.stream(within).boxed().sorted((a, b) -> Double.compare(x[a][j], x[b][j])).mapToInt(p -> p).toArray();
        int[] next = Arrays.copyOf(kept, kept.length + within.length);
        System.arraycopy(within, 0, next, kept.length, within.length);
        descend(j + 1, inside, next);
    }

    private void table(int in, int[] forced) {
        double volHigh = 1.0;
        double volLow = 1.0;
        for (int j = 0; j < d; j++) {
            volHigh *= high[j];
            volLow *= low[j];
        }
        if (volHigh - (double) in / n <= best && (double) (in + forced.length) / n - volLow <= best) {
            return;
        }
        boolean[] present = new boolean[n];
        for (int p : forced) {
            present[p] = true;
        }
        double[][] side = new double[d][];
        for (int j = 0; j < d; j++) {
            int dim = j;
            side[j] = Arrays.stream(internal[j]).filter(p -> present[p]).mapToDouble(p -> x[p][dim]).toArray();
        }
        combine(in, forced.length, side, false);
        combine(in, forced.length, side, true);
    }

    private void combine(int in, int m, double[][] side, boolean closed) {
        double worst = closed ? 2.0 : -1.0;
        double[][] t = new double[d + 1][m + 1];
        int[][] pick = new int[d][m + 1];
        for (double[] row : t) {
            Arrays.fill(row, worst);
        }
        t[0][0] = 1.0;
        for (int j = 0; j < d; j++) {
            for (int c = 0; c <= m; c++) {
                if (t[j][c] == worst) {
                    continue;
                }
                for (int k = 0; k <= side[j].length; k++) {
                    double v = t[j][c] * sideAt(side[j], j, k, closed);
                    if (closed ? v < t[j + 1][c + k] : v > t[j + 1][c + k]) {
                        t[j + 1][c + k] = v;
                        pick[j][c + k] = k;
                    }
                }
            }
        }
        for (int c = 0; c <= m; c++) {
            double share = (double) (in + c) / n;
            double value = closed ? share - t[d][c] : t[d][c] - share;
            if (t[d][c] != worst && value > best) {
                best = value;
                bestClosed = closed;
                bestCorner = new double[d];
                int left = c;
                for (int j = d - 1; j >= 0; j--) {
                    bestCorner[j] = sideAt(side[j], j, pick[j][left], closed);
                    left -= pick[j][left];
                }
            }
        }
    }

    private double sideAt(double[] s, int j, int k, boolean closed) {
        if (closed) {
            return k == 0 ? low[j] : s[k - 1];
        }
        return k == s.length ? high[j] : s[k];
    }
}
