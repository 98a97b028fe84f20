package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The L2 star discrepancy by Warnock's formula: squared,
 * {@code 3^-d - 2^(1-d)/n * sum_i prod_j (1 - x_ij^2) + 1/n^2 * sum_i,k prod_j (1 - max(x_ij, x_kj))}. O(d n^2). Smoother than the star
 * discrepancy, which it never exceeds.
 */
public final class L2Discrepancy {

    private L2Discrepancy() {
    }

    /**
     * The L2 star discrepancy (not squared), in [0, 1].
     *
     * @param points {@code [n][d]}, coordinates in [0, 1]
     */
    public static double of(double[][] points) {
        double[][] x = Points.unitCube(points);
        return of(x, Points.all(x.length));
    }

    static double of(double[][] x, int[] subset) {
        int k = subset.length;
        int d = x[0].length;
        double single = 0.0;
        double pairs = 0.0;
        for (int a = 0; a < k; a++) {
            single += single(x[subset[a]]);
            pairs += pair(x[subset[a]], x[subset[a]]);
            for (int b = 0; b < a; b++) {
                pairs += 2.0 * pair(x[subset[a]], x[subset[b]]);
            }
        }
        double squared = Math.pow(3.0, -d) - Math.pow(2.0, 1 - d) / k * single + pairs / ((double) k * k);
        return Math.sqrt(Math.max(0.0, squared));
    }

    /**
     * A subset of size k of small L2 star discrepancy: the best of several descents over swaps with maintained row sums, so that a swap is
     * judged in O(1) and made in O(n d).
     *
     * @return positions in increasing order
     */
    public static int[] select(double[][] points, int k, int restarts, long seed) {
        double[][] x = Points.unitCube(points);
        int n = x.length;
        if (k < 1 || k > n || restarts < 1) {
            throw new IllegalArgumentException("k is " + k + ", restarts " + restarts + ", n " + n
                    + ": 1 <= k <= n and at least one restart. Maybe k counts more tasks than there are?");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] best = new int[0];
        double bestValue = Double.POSITIVE_INFINITY;
        for (int r = 0; r < restarts; r++) {
            int[] s = descent(x, k, random);
            double v = of(x, s);
            if (v < bestValue) {
                bestValue = v;
                best = s;
            }
        }
        Arrays.sort(best);
        return best;
    }

    private static int[] descent(double[][] x, int k, SplittableRandom random) {
        int n = x.length;
        int d = x[0].length;
        int[] order = Points.all(n);
        for (int i = 0; i < k; i++) {
            int r = i + random.nextInt(n - i);
            int p = order[r];
            order[r] = order[i];
            order[i] = p;
        }
        double linear = Math.pow(2.0, 1 - d) * k;
        double[] single = new double[n];
        double[] self = new double[n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            single[i] = linear * single(x[i]);
            self[i] = pair(x[i], x[i]);
            for (int a = 0; a < k; a++) {
                row[i] += pair(x[i], x[order[a]]);
            }
        }
        // order[0..k) is the subset; a swap changes k^2 times the square by a difference of maintained sums.
        while (true) {
            double bestGain = -1e-12;
            int bestOut = -1;
            int bestIn = -1;
            for (int a = 0; a < k; a++) {
                int o = order[a];
                double out = single[o] - 2.0 * row[o] + self[o];
                for (int b = k; b < n; b++) {
                    int q = order[b];
                    double in = -single[q] + 2.0 * row[q] + self[q];
                    // A pair is at most 1.
                    if (out + in - 2.0 < bestGain) {
                        double gain = out + in - 2.0 * pair(x[o], x[q]);
                        if (gain < bestGain) {
                            bestGain = gain;
                            bestOut = a;
                            bestIn = b;
                        }
                    }
                }
            }
            if (bestOut < 0) {
                return Arrays.copyOf(order, k);
            }
            int o = order[bestOut];
            int q = order[bestIn];
            for (int i = 0; i < n; i++) {
                row[i] += pair(x[i], x[q]) - pair(x[i], x[o]);
            }
            order[bestOut] = q;
            order[bestIn] = o;
        }
    }

    private static double single(double[] p) {
        double v = 1.0;
        for (double c : p) {
            v *= 1.0 - c * c;
        }
        return v;
    }

    private static double pair(double[] p, double[] q) {
        double v = 1.0;
        for (int j = 0; j < p.length; j++) {
            v *= 1.0 - Math.max(p[j], q[j]);
        }
        return v;
    }
}
