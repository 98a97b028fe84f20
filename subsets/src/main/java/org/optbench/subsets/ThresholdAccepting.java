package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Lower bounds by threshold accepting on the grid of corners (Gnewuch, Wahlstrom, Winzen, SIAM J. Numer. Anal. 50(2), 2012, "TA_improved"):
 * open and closed boxes apart, sqrt(I) thresholds of sqrt(I) steps, a neighbourhood whose radius shrinks to one grid line and whose
 * number of moved coordinates falls, coordinates drawn with density y^(d-1), and boxes snapped before they are judged: open ones grown to the
 * next point on every face, closed ones shrunk to the points inside.
 */
final class ThresholdAccepting {

    private final double[][] x;
    private final int n;
    private final int d;
    private final double[][] axis;
    private final SplittableRandom random;

    ThresholdAccepting(double[][] x, long seed) {
        this.x = x;
        n = x.length;
        d = x[0].length;
        random = new SplittableRandom(seed);
        axis = new double[d][];
        for (int j = 0; j < d; j++) {
            double[] a = new double[n + 1];
            for (int i = 0; i < n; i++) {
                a[i] = x[i][j];
            }
            a[n] = 1.0;
            axis[j] = Arrays.stream(a).sorted().distinct().toArray();
        }
    }

    Discrepancy run(int iterations) {
        if (iterations < 16) {
            throw new IllegalArgumentException("iterations is " + iterations + ": at least 16 are needed. Maybe 100000, as published?");
        }
        Box open = search(false, iterations);
        Box closed = search(true, iterations);
        Box best = open.discrepancy() >= closed.discrepancy() ? open : closed;
        return new Discrepancy(Math.max(0.0, best.discrepancy()), 1.0, best, Discrepancy.Method.THRESHOLD_ACCEPTING, true);
    }

    private Box search(boolean closed, int iterations) {
        int root = (int) Math.sqrt(iterations);
        int[] at = start();
        Box here = snapped(at, closed);
        Box best = here;
        double[] thresholds = new double[root];
        for (int t = 0; t < root; t++) {
            int[] a = start();
            int[] b = neighbour(a, 1.0 - (double) t / root);
            thresholds[t] = -Math.abs(snapped(a, closed).discrepancy() - snapped(b, closed).discrepancy());
        }
        Arrays.sort(thresholds);
        for (int t = 0; t < root; t++) {
            for (int i = 0; i < root; i++) {
                double progress = (t * (double) root + i) / ((double) root * root);
                int[] to = neighbour(at, 1.0 - progress);
                Box there = snapped(to, closed);
                if (there.discrepancy() > best.discrepancy()) {
                    best = there;
                }
                if (there.discrepancy() - here.discrepancy() >= thresholds[t]) {
                    here = there;
                    at = to;
                }
            }
        }
        return best;
    }

    private int[] start() {
        int[] at = new int[d];
        for (int j = 0; j < d; j++) {
            at[j] = nearest(j, Math.pow(random.nextDouble(), 1.0 / d));
        }
        return at;
    }

    /** Moves 2 to d random coordinates within the radius; {@code heat} falls from 1 to 0. */
    private int[] neighbour(int[] at, double heat) {
        int[] to = at.clone();
        int moved = Math.min(d, 2 + (int) Math.round((1.0 - heat) * (d - 2)));
        for (int m = 0; m < moved; m++) {
            int j = random.nextInt(d);
            int size = axis[j].length;
            int radius = Math.max(1, (int) Math.round(heat * (size - 1) / 2.0 + (1.0 - heat)));
            double a = axis[j][Math.max(0, at[j] - radius)];
            double b = axis[j][Math.min(size - 1, at[j] + radius)];
            double pa = Math.pow(a, d);
            double u = pa + random.nextDouble() * (Math.pow(b, d) - pa);
            to[j] = nearest(j, Math.pow(Math.max(0.0, u), 1.0 / d));
        }
        return to;
    }

    private int nearest(int j, double v) {
        int p = Arrays.binarySearch(axis[j], v);
        if (p >= 0) {
            return p;
        }
        int up = Math.min(-p - 1, axis[j].length - 1);
        return up > 0 && v - axis[j][up - 1] < axis[j][up] - v ? up - 1 : up;
    }

    private Box snapped(int[] at, boolean closed) {
        double[] y = new double[d];
        for (int j = 0; j < d; j++) {
            y[j] = axis[j][at[j]];
        }
        return closed ? shrink(y) : grow(y);
    }

    private Box shrink(double[] y) {
        double[] to = new double[d];
        int in = 0;
        for (double[] p : x) {
            if (PointSet.contains(y, true, p)) {
                in++;
                for (int j = 0; j < d; j++) {
                    to[j] = Math.max(to[j], p[j]);
                }
            }
        }
        return new Box(in == 0 ? y : to, true, (double) in / n);
    }

    /** Grows each side in random order up to the next point that would enter. */
    private Box grow(double[] y) {
        int first = random.nextInt(d);
        for (int s = 0; s < d; s++) {
            int j = (first + s) % d;
            double barrier = 1.0;
            for (double[] p : x) {
                if (p[j] >= y[j] && p[j] < barrier && belowElsewhere(p, y, j)) {
                    barrier = p[j];
                }
            }
            y[j] = barrier;
        }
        return Box.of(y, false, x);
    }

    private boolean belowElsewhere(double[] p, double[] y, int except) {
        for (int j = 0; j < d; j++) {
            if (j != except && p[j] >= y[j]) {
                return false;
            }
        }
        return true;
    }
}
