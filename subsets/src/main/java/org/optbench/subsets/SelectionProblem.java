package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What is chosen from: points, size, members that must be in, points that must not, and what they cost. */
final class SelectionProblem {

    private final PointSet points;
    private final int k;
    private final boolean[] forced;
    private final boolean[] excluded;
    private final double[] cost;
    private final double budget;
    private final long[] allowed;
    private final int[] free;
    private final int[] fixed;

    SelectionProblem(PointSet points, int k, boolean[] forced, boolean[] excluded, double[] cost, double budget) {
        this.points = points;
        this.k = k;
        this.forced = forced;
        this.excluded = excluded;
        this.cost = cost;
        this.budget = budget;
        allowed = new long[points.words()];
        int[] f = new int[points.size()];
        int[] m = new int[points.size()];
        int count = 0;
        int must = 0;
        for (int i = 0; i < points.size(); i++) {
            if (forced[i]) {
                m[must++] = i;
            } else if (!excluded[i]) {
                f[count++] = i;
                allowed[i >> 6] |= 1L << i;
            }
        }
        free = Arrays.copyOf(f, count);
        fixed = Arrays.copyOf(m, must);
    }

    PointSet points() {
        return points;
    }

    int k() {
        return k;
    }

    boolean forced(int p) {
        return forced[p];
    }

    boolean excluded(int p) {
        return excluded[p];
    }

    double cost(int p) {
        return cost.length == 0 ? 0.0 : cost[p];
    }

    boolean hasBudget() {
        return cost.length > 0;
    }

    boolean affordable(double total) {
        return cost.length == 0 || total <= budget * (1.0 + 1e-12);
    }

    /** Points that may enter by a swap. */
    long[] allowed() {
        return allowed;
    }

    int[] freePoints() {
        return free;
    }

    int[] fixedPoints() {
        return fixed;
    }

    /** Choices there are; 0 when the subset is determined. */
    int freedom() {
        return free.length == k - fixed.length || fixed.length == k ? 0 : free.length;
    }

    /** Cheapest total cost of a subset; infinite never, since sizes are validated before. */
    double cheapest() {
        if (cost.length == 0) {
            return 0.0;
        }
        double[] c = Arrays.stream(free).mapToDouble(p -> cost[p]).sorted().toArray();
        double total = 0.0;
        for (int p : fixed) {
            total += cost[p];
        }
        for (int i = 0; i < k - fixed.length; i++) {
            total += c[i];
        }
        return total;
    }

    /** A random subset; over budget, dear members are exchanged for cheaper ones at random until it fits. */
    void randomSubset(SplittableRandom random, int[] to) {
        System.arraycopy(fixed, 0, to, 0, fixed.length);
        int[] order = free.clone();
        int must = fixed.length;
        int open = k - must;
        for (int i = 0; i < open; i++) {
            int r = i + random.nextInt(order.length - i);
            int p = order[r];
            order[r] = order[i];
            order[i] = p;
            to[must + i] = p;
        }
        if (cost.length == 0) {
            return;
        }
        double total = 0.0;
        for (int p : to) {
            total += cost[p];
        }
        long tries = 0;
        while (!affordable(total)) {
            if (++tries > 200L * k) {
                cheapestSubset(to);
                return;
            }
            int i = random.nextInt(open);
            int r = open + random.nextInt(order.length - open);
            if (cost[order[r]] < cost[order[i]]) {
                total += cost[order[r]] - cost[order[i]];
                int p = order[r];
                order[r] = order[i];
                order[i] = p;
                to[must + i] = p;
            }
        }
    }

    private void cheapestSubset(int[] to) {
        Integer[] order = Arrays.stream(free).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(cost[a], cost[b]));
        for (int i = fixed.length; i < k; i++) {
            to[i] = order[i - fixed.length];
        }
    }

    /** Exchanges a random member for a random point outside, if one is found that the budget allows. */
    void randomSwap(SplittableRandom random, int[] subset) {
        if (freedom() == 0) {
            return;
        }
        double total = 0.0;
        if (cost.length > 0) {
            for (int p : subset) {
                total += cost[p];
            }
        }
        for (int tries = 0; tries < 100; tries++) {
            int i = random.nextInt(k);
            int q = free[random.nextInt(free.length)];
            if (forced[subset[i]] || member(subset, q)) {
                continue;
            }
            if (cost.length == 0 || affordable(total - cost[subset[i]] + cost[q])) {
                subset[i] = q;
                return;
            }
        }
    }

    private static boolean member(int[] subset, int q) {
        for (int p : subset) {
            if (p == q) {
                return true;
            }
        }
        return false;
    }
}
