package org.optbench.subsets;

import java.util.Arrays;

/**
 * Refutes a target by a relaxation: weights on the boxes under which every set of k points violates the weighted sum of their limits.
 *
 * <p>
 * A subset better than the target satisfies {@code v_b(s) <= 0} for all boxes, v the number of members too many or too few against the
 * integer limit. If for some weights u the smallest {@code sum u_b v_b(s)} over all s in [0,1]^n with sum k is positive, none exists (Farkas);
 * that smallest value is a sum of the k cheapest points, so that a certificate is checked in linear time and needs no linear-programming
 * solver. The weights are found as one side of the zero-sum game "box against subset" by regret matching+ with linear averaging
 * (Tammelin 2014); each answer of the other side is a subset, which also yields new boxes.
 */
final class RelaxedProof {

    private static final int BOXES_PER_ANSWER = 8;
    private static final int CHECK_EVERY = 10;
    /** A certificate must exceed rounding errors by far. */
    private static final double MARGIN = 1e-6;

    private final SelectionProblem problem;
    private final PointSet points;
    private final BoxPool pool;
    private final int n;
    private final int k;
    private final int words;
    private final SlabSearch discrepancy;
    private final Cancellation cancellation;
    private final long[] none;
    private final long[] answer;
    private final double[] price;
    private final double[] sorted;
    private double[] regret = new double[256];
    private double[] weights = new double[256];
    private double[] average = new double[256];
    private int[] violation = new int[256];
    private long steps;
    private int collected;
    private double value;
    private double current = Double.NaN;
    private int turn;
    private int[] better = {};
    private double betterValue = Double.POSITIVE_INFINITY;

    RelaxedProof(SelectionProblem problem, BoxPool pool, Cancellation cancellation) {
        this.problem = problem;
        this.pool = pool;
        this.cancellation = cancellation;
        points = problem.points();
        n = points.size();
        k = problem.k();
        words = points.words();
        discrepancy = new SlabSearch(points.dimension());
        none = new long[words];
        answer = new long[words];
        price = new double[n];
        sorted = new double[n];
    }

    long steps() {
        return steps;
    }

    /** A subset met on the way that is better than the target; empty if none. */
    int[] better() {
        return better.clone();
    }

    double betterValue() {
        return betterValue;
    }

    /** The value of the best weights so far at the last target; positive values refute it. */
    double value() {
        return value;
    }

    /**
     * Whether no subset is better than the target, by at most {@code limit} further steps. False means not refuted; a call with the same
     * target goes on where the last one ended.
     */
    boolean refutes(double target, int limit) {
        if (target != current) {
            // The regrets of the old target are a good start; the average must be of the new game.
            current = target;
            pool.target(target);
            Arrays.fill(average, 0.0);
            value = Double.NEGATIVE_INFINITY;
            turn = 0;
        }
        for (int i = 0; i < limit; i++) {
            int t = ++turn;
            steps++;
            if ((t & 15) == 0 && cancellation.requested()) {
                return false;
            }
            ensure();
            double sum = 0.0;
            for (int b = 0; b < pool.size; b++) {
                sum += regret[b];
            }
            for (int b = 0; b < pool.size; b++) {
                weights[b] = sum > 0.0 ? regret[b] / sum : 1.0 / pool.size;
                average[b] += t * weights[b];
            }
            double now = answer(weights);
            if (certain(now)) {
                return true;
            }
            int size = pool.size;
            for (int b = 0; b < size; b++) {
                regret[b] = Math.max(0.0, regret[b] + violation[b] - now);
            }
            if (t % CHECK_EVERY == 0) {
                double total = 0.0;
                for (int b = 0; b < size; b++) {
                    total += average[b];
                }
                for (int b = 0; b < size; b++) {
                    weights[b] = average[b] / total;
                }
                if (certain(answer(weights))) {
                    return true;
                }
                addBoxes(target);
            }
        }
        return false;
    }

    private boolean certain(double found) {
        value = Math.max(value, found);
        return found > MARGIN;
    }

    private void ensure() {
        if (regret.length < pool.size) {
            int to = 2 * pool.size;
            regret = Arrays.copyOf(regret, to);
            weights = Arrays.copyOf(weights, to);
            average = Arrays.copyOf(average, to);
            violation = Arrays.copyOf(violation, to);
        }
    }

    /** The subset that violates the weighted limits least; fills {@code answer} and {@code violation}, returns the weighted violation. */
    private double answer(double[] u) {
        Arrays.fill(price, 0.0);
        long[] mask = pool.mask;
        for (int b = 0, at = 0; b < pool.size; b++, at += words) {
            if (u[b] <= 0.0) {
                continue;
            }
            double w = pool.closed[b] ? u[b] : -u[b];
            for (int i = 0; i < words; i++) {
                long m = mask[at + i];
                int base = i << 6;
                while (m != 0) {
                    price[base + Long.numberOfTrailingZeros(m)] += w;
                    m &= m - 1;
                }
            }
        }
        Arrays.fill(answer, 0L);
        for (int p : problem.fixedPoints()) {
            answer[p >> 6] |= 1L << p;
        }
        int open = k - problem.fixedPoints().length;
        int[] free = problem.freePoints();
        if (open > 0) {
            for (int i = 0; i < free.length; i++) {
                sorted[i] = price[free[i]];
            }
            Arrays.sort(sorted, 0, free.length);
            double last = sorted[open - 1];
            int start = (int) (steps * 7919L % free.length);
            int left = open;
            for (int p : free) {
                if (price[p] < last) {
                    answer[p >> 6] |= 1L << p;
                    left--;
                }
            }
            // Ties are broken differently in every step, so that the answers differ.
            for (int i = 0; i < free.length && left > 0; i++) {
                int p = free[(start + i) % free.length];
                if (price[p] == last) {
                    answer[p >> 6] |= 1L << p;
                    left--;
                }
            }
        }
        double total = 0.0;
        for (int b = 0; b < pool.size; b++) {
            int c = pool.overlap(b, answer);
            violation[b] = pool.closed[b] ? c - pool.limit[b] : pool.limit[b] - c;
            total += u[b] * violation[b];
        }
        return total;
    }

    private void addBoxes(double target) {
        int[] subset = new int[k];
        int at = 0;
        for (int i = 0; i < words; i++) {
            long m = answer[i];
            while (m != 0) {
                subset[at++] = (i << 6) + Long.numberOfTrailingZeros(m);
                m &= m - 1;
            }
        }
        discrepancy.load(points.points(), subset, k);
        collected = 0;
        boolean below = discrepancy.collect(target - BoxPool.EPS, (corner, closed, v) -> {
            pool.add(corner, closed, none);
            return ++collected < BOXES_PER_ANSWER;
        });
        if (below && affordable(subset)) {
            double v = discrepancy.maximum(0.0);
            if (v < betterValue) {
                betterValue = v;
                better = subset;
            }
        }
    }

    private boolean affordable(int[] subset) {
        double total = 0.0;
        for (int p : subset) {
            total += problem.cost(p);
        }
        return problem.affordable(total);
    }
}
