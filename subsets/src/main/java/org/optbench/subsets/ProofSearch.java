package org.optbench.subsets;

import java.util.Arrays;
import java.util.Optional;

/**
 * Exact branch and bound: is there a subset of size k with discrepancy below a target?
 *
 * <p>
 * Every box of the pool is a constraint on the number of members in it. With a members chosen inside, f free points inside, o free points
 * outside and {@code need} members still to choose, the box holds between {@code a + max(0, need - o)} and {@code a + min(f, need)} of
 * them; where a limit is met exactly the rest is forced or excluded. A complete subset is checked exactly and adds the boxes it violates
 * (constraints generated lazily), so that "no" is a certificate: the refutation used only valid box constraints. Of identical points
 * the later ones are only taken after the earlier ones.
 */
final class ProofSearch {

    enum Answer {
        /** No subset is better than the target by more than 1e-9. */
        INFEASIBLE,
        /** A better subset was found. */
        FOUND,
        /** The node limit was met or the search cancelled. */
        OPEN
    }

    private static final int BOXES_PER_LEAF = 64;

    private final SelectionProblem problem;
    private final PointSet points;
    private final BoxPool pool;
    private final int n;
    private final int k;
    private final int words;
    private final SlabSearch discrepancy;
    private final Cancellation cancellation;
    private final long[] none;
    private final int[] twinOf;
    private final double[] score;
    private float[] weight = new float[256];
    private long[][] selected;
    private long[][] free;
    private int need;
    private int freeCount;
    private long nodes;
    private long nodeLimit;
    private double target;
    private int[] found = {};
    private double foundValue;
    private int collected;

    ProofSearch(SelectionProblem problem, BoxPool pool, Cancellation cancellation) {
        this.problem = problem;
        this.pool = pool;
        this.cancellation = cancellation;
        points = problem.points();
        n = points.size();
        k = problem.k();
        words = points.words();
        discrepancy = new SlabSearch(points.dimension());
        none = new long[words];
        selected = new long[8][words];
        free = new long[8][words];
        score = new double[n];
        twinOf = twins();
    }

    /** For each free point the next identical free point of the same cost, or -1. */
    private int[] twins() {
        int[] next = new int[n];
        Arrays.fill(next, -1);
        Integer[] order = Arrays.stream(problem.freePoints()).boxed().toArray(Integer[]::new);
        double[][] x = points.points();
        Arrays.sort(order, (a, b) -> {
            int c = Arrays.compare(x[a], x[b]);
            c = c != 0 ? c : Double.compare(problem.cost(a), problem.cost(b));
            return c != 0 ? c : Integer.compare(a, b);
        });
        for (int i = 0; i + 1 < order.length; i++) {
            if (Arrays.equals(x[order[i]], x[order[i + 1]]) && problem.cost(order[i]) == problem.cost(order[i + 1])) {
                next[order[i]] = order[i + 1];
            }
        }
        return next;
    }

    Optional<int[]> found() {
        return found.length == 0 ? Optional.empty() : Optional.of(found.clone());
    }

    double foundValue() {
        return foundValue;
    }

    long nodes() {
        return nodes;
    }

    /** Whether the constraints known now refute the target without branching. */
    boolean refutedAtRoot(double t) {
        start(t);
        return propagate(0) >= 0 || need < 0;
    }

    /** Searches at most {@code limit} nodes. */
    Answer search(double t, long limit) {
        nodeLimit = nodes + limit;
        found = new int[0];
        start(t);
        return branch(0);
    }

    private void start(double t) {
        target = t;
        pool.target(t);
        Arrays.fill(selected[0], 0L);
        System.arraycopy(problem.allowed(), 0, free[0], 0, words);
        for (int p : problem.fixedPoints()) {
            selected[0][p >> 6] |= 1L << p;
        }
        need = k - problem.fixedPoints().length;
        freeCount = problem.freePoints().length;
    }

    private Answer branch(int depth) {
        nodes++;
        if (nodes > nodeLimit || (nodes & 15) == 0 && cancellation.requested()) {
            return Answer.OPEN;
        }
        int failed = propagate(depth);
        if (failed >= 0) {
            weight[failed] += 1.0f;
            return Answer.INFEASIBLE;
        }
        if (need < 0 || need > freeCount || !withinBudget(depth)) {
            return Answer.INFEASIBLE;
        }
        if (need == 0 || need == freeCount) {
            return leaf(depth);
        }
        int p = choose(depth);
        int savedNeed = need;
        int savedFree = freeCount;
        level(depth + 1);
        int w = p >> 6;
        long bit = 1L << p;
        copy(depth);
        selected[depth + 1][w] |= bit;
        free[depth + 1][w] &= ~bit;
        need--;
        freeCount--;
        Answer with = branch(depth + 1);
        if (with != Answer.INFEASIBLE) {
            return with;
        }
        need = savedNeed;
        freeCount = savedFree;
        copy(depth);
        for (int q = p; q >= 0; q = twinOf[q]) {
            long b = 1L << q;
            if ((free[depth + 1][q >> 6] & b) != 0) {
                free[depth + 1][q >> 6] &= ~b;
                freeCount--;
            }
        }
        return branch(depth + 1);
    }

    private void copy(int depth) {
        System.arraycopy(selected[depth], 0, selected[depth + 1], 0, words);
        System.arraycopy(free[depth], 0, free[depth + 1], 0, words);
    }

    private void level(int depth) {
        if (depth >= free.length) {
            int old = free.length;
            selected = Arrays.copyOf(selected, 2 * old);
            free = Arrays.copyOf(free, 2 * old);
            for (int i = old; i < 2 * old; i++) {
                selected[i] = new long[words];
                free[i] = new long[words];
            }
        }
    }

    private boolean withinBudget(int depth) {
        if (!problem.hasBudget()) {
            return true;
        }
        double total = 0.0;
        double[] c = new double[freeCount];
        int at = 0;
        for (int p = 0; p < n; p++) {
            if ((selected[depth][p >> 6] & (1L << p)) != 0) {
                total += problem.cost(p);
            } else if ((free[depth][p >> 6] & (1L << p)) != 0) {
                c[at++] = problem.cost(p);
            }
        }
        Arrays.sort(c, 0, at);
        for (int i = 0; i < need; i++) {
            total += c[i];
        }
        return problem.affordable(total);
    }

    private Answer leaf(int depth) {
        int[] subset = new int[k];
        int at = 0;
        for (int i = 0; i < words; i++) {
            long m = selected[depth][i] | (need > 0 ? free[depth][i] : 0L);
            while (m != 0) {
                subset[at++] = (i << 6) + Long.numberOfTrailingZeros(m);
                m &= m - 1;
            }
        }
        discrepancy.load(points.points(), subset, k);
        collected = 0;
        if (discrepancy.collect(target - BoxPool.EPS, (corner, closed, v) -> {
            pool.add(corner, closed, none);
            return ++collected < BOXES_PER_LEAF;
        })) {
            found = subset;
            foundValue = discrepancy.maximum(0.0);
            return Answer.FOUND;
        }
        return Answer.INFEASIBLE;
    }

    /** Applies all boxes until nothing changes; the position of a box that fails, or -1. */
    private int propagate(int depth) {
        long[] sel = selected[depth];
        long[] fre = free[depth];
        if (weight.length < pool.size) {
            weight = Arrays.copyOf(weight, 2 * pool.size);
        }
        boolean changed = true;
        while (changed && need > 0 && need < freeCount) {
            changed = false;
            long[] mask = pool.mask;
            for (int b = 0, at = 0; b < pool.size; b++, at += words) {
                int a = 0;
                int f = 0;
                for (int i = 0; i < words; i++) {
                    long m = mask[at + i];
                    a += Long.bitCount(m & sel[i]);
                    f += Long.bitCount(m & fre[i]);
                }
                int o = freeCount - f;
                int limit = pool.limit[b];
                if (pool.closed[b]) {
                    int least = a + Math.max(0, need - o);
                    if (least > limit) {
                        return b;
                    }
                    if (a == limit && f > 0) {
                        drop(fre, at, mask, true);
                        changed = true;
                    } else if (least == limit && need > o && o > 0) {
                        take(sel, fre, at, mask, false);
                        changed = true;
                    }
                } else {
                    int most = a + Math.min(f, need);
                    if (most < limit) {
                        return b;
                    }
                    if (a + f == limit && f > 0) {
                        take(sel, fre, at, mask, true);
                        changed = true;
                    } else if (a + need == limit && o > 0) {
                        drop(fre, at, mask, false);
                        changed = true;
                    }
                }
                if (need <= 0 || need >= freeCount) {
                    break;
                }
            }
        }
        // Complete: nothing is free any more, every box can be checked.
        if (need == 0 || need == freeCount) {
            for (int b = 0, at = 0; b < pool.size; b++, at += words) {
                int a = 0;
                for (int i = 0; i < words; i++) {
                    a += Long.bitCount(pool.mask[at + i] & (need == 0 ? sel[i] : sel[i] | fre[i]));
                }
                if (pool.closed[b] ? a > pool.limit[b] : a < pool.limit[b]) {
                    return b;
                }
            }
        }
        return -1;
    }

    private void drop(long[] fre, int at, long[] mask, boolean inside) {
        int count = 0;
        for (int i = 0; i < words; i++) {
            fre[i] &= inside ? ~mask[at + i] : mask[at + i];
            count += Long.bitCount(fre[i]);
        }
        freeCount = count;
    }

    private void take(long[] sel, long[] fre, int at, long[] mask, boolean inside) {
        int taken = 0;
        for (int i = 0; i < words; i++) {
            long m = fre[i] & (inside ? mask[at + i] : ~mask[at + i]);
            sel[i] |= m;
            fre[i] &= ~m;
            taken += Long.bitCount(m);
        }
        need -= taken;
        freeCount -= taken;
    }

    /** The free point in the tightest boxes, weighted by the failures they caused. */
    private int choose(int depth) {
        long[] sel = selected[depth];
        long[] fre = free[depth];
        Arrays.fill(score, 0.0);
        for (int b = 0, at = 0; b < pool.size; b++, at += words) {
            int a = 0;
            int f = 0;
            for (int i = 0; i < words; i++) {
                a += Long.bitCount(pool.mask[at + i] & sel[i]);
                f += Long.bitCount(pool.mask[at + i] & fre[i]);
            }
            int slack;
            if (pool.closed[b]) {
                slack = pool.limit[b] - a;
                if (Math.min(f, need) <= slack) {
                    continue;
                }
            } else {
                slack = a + f - pool.limit[b];
                if (a + Math.max(0, need - (freeCount - f)) >= pool.limit[b]) {
                    continue;
                }
            }
            double s = (1.0 + weight[b]) / ((1.0 + slack) * (1.0 + slack));
            for (int i = 0; i < words; i++) {
                long m = pool.mask[at + i] & fre[i];
                while (m != 0) {
                    score[(i << 6) + Long.numberOfTrailingZeros(m)] += s;
                    m &= m - 1;
                }
            }
        }
        int best = -1;
        for (int i = 0; i < words; i++) {
            long m = fre[i];
            while (m != 0) {
                int p = (i << 6) + Long.numberOfTrailingZeros(m);
                if (best < 0 || score[p] > score[best]) {
                    best = p;
                }
                m &= m - 1;
            }
        }
        // Identical points are taken in order: the first free one stands for all.
        for (int q = 0; q < n; q++) {
            if (twinOf[q] == best && (fre[q >> 6] & (1L << q)) != 0) {
                best = q;
                q = -1;
            }
        }
        return best;
    }
}
