package org.optbench.subsets;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The swap heuristic of Clement, Doerr and Paquete (2022), the one in common use, as a baseline: from a random subset take the worst box;
 * exchange a member on one of its faces for the next point of that dimension, upwards when the box is overfull, downwards when it is underfull;
 * keep the first strict improvement; start again when there is none. Every try computes a discrepancy anew.
 */
final class WorstBoxSwap {

    private final SelectionProblem problem;
    private final SplittableRandom random;
    private final Cancellation cancellation;
    private final SlabSearch discrepancy;
    private final double[][] x;
    private final int[][] order;
    private final int[][] position;
    private final int k;
    private final int d;
    private long work;
    private long restarts;

    WorstBoxSwap(SelectionProblem problem, long seed, Cancellation cancellation) {
        this.problem = problem;
        this.cancellation = cancellation;
        random = new SplittableRandom(seed);
        x = problem.points().points();
        k = problem.k();
        d = problem.points().dimension();
        discrepancy = new SlabSearch(d);
        order = new int[d][];
        position = new int[d][x.length];
        for (int j = 0; j < d; j++) {
            int dim = j;
            Integer[] o = new Integer[x.length];
            Arrays.setAll(o, i -> i);
            Arrays.sort(o, (a, b) -> Double.compare(x[a][dim], x[b][dim]));
            order[j] = Arrays.stream(o).mapToInt(i -> i).toArray();
            for (int i = 0; i < x.length; i++) {
                position[j][order[j][i]] = i;
            }
        }
    }

    Selection run(long limit) {
        long start = System.nanoTime();
        int[] best = new int[0];
        double bestValue = Double.POSITIVE_INFINITY;
        int[] s = new int[k];
        do {
            problem.randomSubset(random, s);
            restarts++;
            double value = value(s);
            while (work < limit && !cancellation.requested()) {
                double[] corner = discrepancy.bestCorner().clone();
                double better = improve(s, value, corner, discrepancy.bestClosed());
                if (better >= value) {
                    break;
                }
                value = better;
            }
            if (value < bestValue) {
                bestValue = value;
                best = s.clone();
            }
        } while (work < limit && !cancellation.requested() && problem.freedom() > 0);
        return selection(best, start);
    }

    Selection random(long limit) {
        long start = System.nanoTime();
        int[] best = new int[0];
        double bestValue = Double.POSITIVE_INFINITY;
        int[] s = new int[k];
        do {
            problem.randomSubset(random, s);
            restarts++;
            double value = value(s);
            if (value < bestValue) {
                bestValue = value;
                best = s.clone();
            }
        } while (work < limit && !cancellation.requested() && problem.freedom() > 0);
        return selection(best, start);
    }

    private Selection selection(int[] best, long start) {
        Arrays.sort(best);
        Discrepancy exact = StarDiscrepancy.exact(Arrays.stream(best).mapToObj(i -> x[i]).toArray(double[][]::new));
        double seconds = (System.nanoTime() - start) / 1e9;
        double lower = problem.freedom() == 0 ? exact.upper() : Math.min(0.5 / k * (1.0 - 1e-12), exact.upper());
        return new Selection(best, exact.upper(), lower, exact.witness(),
                List.of(new Selection.Step(seconds, work, exact.upper(), lower)), new Selection.Effort(work, restarts, 0, seconds));
    }

    private double value(int[] s) {
        work++;
        discrepancy.load(x, s, k);
        return discrepancy.maximum(0.0);
    }

    /** The first strict improvement by moving a member on a face of the worst box; the old value if there is none. */
    private double improve(int[] s, double value, double[] corner, boolean overfull) {
        boolean[] member = new boolean[x.length];
        for (int p : s) {
            member[p] = true;
        }
        int first = random.nextInt(d);
        for (int r = 0; r < d; r++) {
            int j = (first + r) % d;
            for (int i = 0; i < k; i++) {
                // All members on the face, also tied ones.
                if (x[s[i]][j] != corner[j] || problem.forced(s[i])) {
                    continue;
                }
                int step = overfull ? 1 : -1;
                int at = position[j][s[i]] + step;
                while (at >= 0 && at < x.length && (member[order[j][at]] || problem.excluded(order[j][at]))) {
                    at += step;
                }
                if (at < 0 || at >= x.length) {
                    continue;
                }
                int old = s[i];
                s[i] = order[j][at];
                if (affordable(s)) {
                    double v = value(s);
                    if (v < value) {
                        return v;
                    }
                }
                s[i] = old;
            }
        }
        return value;
    }

    private boolean affordable(int[] s) {
        double total = 0.0;
        for (int p : s) {
            total += problem.cost(p);
        }
        return problem.affordable(total);
    }
}
