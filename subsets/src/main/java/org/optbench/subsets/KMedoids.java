package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k medoids by eager swaps with shared loss changes (FasterPAM: Schubert, Rousseeuw 2021), Euclidean distance. A baseline for subsets: it
 * covers where points are, not how many.
 */
public final class KMedoids {

    private KMedoids() {
    }

    /**
     * Positions of the medoids, increasing.
     *
     * @param points {@code [n][d]}, finite
     * @param k 1 to n
     */
    public static int[] select(double[][] points, int k, long seed) {
        double[][] x = Points.finite(points);
        int n = x.length;
        if (k < 1 || k > n) {
            throw new IllegalArgumentException(
                    "k is " + k + " of " + n + " points: it must lie between 1 and the number of points. Maybe a filter removed points?");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = Points.all(n);
        for (int i = 0; i < k; i++) {
            int r = i + random.nextInt(n - i);
            int p = order[r];
            order[r] = order[i];
            order[i] = p;
        }
        int[] medoid = Arrays.copyOf(order, k);
        boolean[] is = new boolean[n];
        for (int m : medoid) {
            is[m] = true;
        }
        State s = new State(x, medoid);
        int since = 0;
        for (int c = 0; since < n; c = (c + 1) % n, since++) {
            if (!is[c]) {
                int out = s.better(c);
                if (out >= 0) {
                    is[medoid[out]] = false;
                    is[c] = true;
                    medoid[out] = c;
                    s.assign();
                    since = 0;
                }
            }
        }
        Arrays.sort(medoid);
        return medoid;
    }

    private static final class State {
        private final double[][] x;
        private final int[] medoid;
        private final int[] nearest;
        private final double[] first;
        private final double[] second;
        private final double[] change;

        State(double[][] x, int[] medoid) {
            this.x = x;
            this.medoid = medoid;
            nearest = new int[x.length];
            first = new double[x.length];
            second = new double[x.length];
            change = new double[medoid.length];
            assign();
        }

        void assign() {
            for (int i = 0; i < x.length; i++) {
                first[i] = Double.POSITIVE_INFINITY;
                second[i] = Double.POSITIVE_INFINITY;
                for (int m = 0; m < medoid.length; m++) {
                    double v = distance(x[i], x[medoid[m]]);
                    if (v < first[i]) {
                        second[i] = first[i];
                        first[i] = v;
                        nearest[i] = m;
                    } else if (v < second[i]) {
                        second[i] = v;
                    }
                }
            }
        }

        /** The medoid whose exchange for c lowers the loss most, or -1. */
        int better(int c) {
            Arrays.fill(change, 0.0);
            double shared = 0.0;
            boolean single = medoid.length == 1;
            for (int i = 0; i < x.length; i++) {
                double v = distance(x[i], x[c]);
                if (single) {
                    change[0] += v - first[i];
                } else if (v < first[i]) {
                    shared += v - first[i];
                    // Its own medoid may go without loss: the change is already counted.
                } else {
                    change[nearest[i]] += Math.min(v, second[i]) - first[i];
                }
            }
            int best = 0;
            for (int m = 1; m < change.length; m++) {
                best = change[m] < change[best] ? m : best;
            }
            return change[best] + shared < -1e-12 ? best : -1;
        }
    }

    private static double distance(double[] p, double[] q) {
        double s = 0.0;
        for (int j = 0; j < p.length; j++) {
            s += (p[j] - q[j]) * (p[j] - q[j]);
        }
        return Math.sqrt(s);
    }
}
