package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Local search over subsets of size k by swaps of one member, with a pool of boxes that rules out swaps by bit operations.
 *
 * <p>
 * The target is the star discrepancy of the current subset. For each member the pool leaves a set of replacements that violate no
 * known box; for one of them the question "below the target?" is answered exactly, and each no adds the boxes that are violated. The
 * first yes is taken. Where no pair is left, the subset is a certified optimum with respect to one swap. Then it is perturbed
 * (iterated local search), with a new random start after {@link #PATIENCE} failures. One object is one chain: single-threaded and a
 * function of its seed and the work done.
 */
final class SwapSearch {

    private static final int PATIENCE = 400;
    /** Boxes kept for each member: more cost time at every swap, fewer forget what rules swaps out. */
    private static final int BOXES_PER_MEMBER = 100;
    private static final int FEWEST_BOXES = 1024;
    private static final int MOST_BOXES = 4096;
    private static final int BOXES_PER_NO = 8;
    private static final double WALK_RISE = 0.2;
    private static final int WALK_LENGTH = 12;

    private final SelectionProblem problem;
    private final PointSet points;
    private final int n;
    private final int k;
    private final SplittableRandom random;
    private final BoxPool pool;
    private final SlabSearch discrepancy;
    private final int[] subset;
    private final int[] trial;
    private final long[] members;
    private final long[] candidates;
    private final int[] turn;
    private double value;
    private double cost;
    private long work;
    private long workLimit;
    private boolean stopped;
    private Cancellation cancellation;

    // The subset kicks start from.
    private final int[] base;
    private double baseValue = Double.POSITIVE_INFINITY;
    private int failures;

    private final int[] best;
    private double bestValue = Double.POSITIVE_INFINITY;
    private long restarts;
    private int collected;
    private int[] tight = {};
    private int tightCount;
    private int listed;
    private boolean walking;
    private int generation;

    SwapSearch(SelectionProblem problem, long seed, Cancellation cancellation) {
        this.problem = problem;
        points = problem.points();
        n = points.size();
        k = problem.k();
        random = new SplittableRandom(seed);
        pool = new BoxPool(points, k, Math.clamp((long) BOXES_PER_MEMBER * k, FEWEST_BOXES, MOST_BOXES));
        discrepancy = new SlabSearch(points.dimension());
        subset = new int[k];
        trial = new int[k];
        base = new int[k];
        best = new int[k];
        members = new long[points.words()];
        candidates = new long[points.words()];
        turn = new int[k];
        this.cancellation = cancellation;
    }

    BoxPool pool() {
        return pool;
    }

    int[] best() {
        return best.clone();
    }

    double bestValue() {
        return bestValue;
    }

    long work() {
        return work;
    }

    long restarts() {
        return restarts;
    }

    /** Starts from a given subset instead of a random one. */
    void startFrom(int[] start) {
        System.arraycopy(start, 0, subset, 0, k);
        adopt();
        remember();
        System.arraycopy(subset, 0, base, 0, k);
        baseValue = value;
        failures = 0;
    }

    /** Searches until {@code units} exact decisions are spent, the value is at most {@code goal}, or it is cancelled. */
    void run(long units, double goal) {
        workLimit = work + units;
        stopped = false;
        if (baseValue == Double.POSITIVE_INFINITY) {
            // Even when the time is up already: there must be some subset to return.
            restart(goal);
        }
        while (!done(goal)) {
            if (failures >= PATIENCE) {
                restart(goal);
            } else {
                System.arraycopy(base, 0, subset, 0, k);
                perturb();
                descend(goal);
                if (value < baseValue - BoxPool.EPS) {
                    failures = 0;
                } else {
                    failures++;
                }
                if (value <= baseValue) {
                    System.arraycopy(subset, 0, base, 0, k);
                    baseValue = value;
                }
            }
        }
    }

    private void restart(double goal) {
        restarts++;
        problem.randomSubset(random, subset);
        adopt();
        descend(goal);
        System.arraycopy(subset, 0, base, 0, k);
        baseValue = value;
        failures = 0;
    }

    private boolean done(double goal) {
        stopped = stopped || cancellation.requested();
        return stopped || work >= workLimit || bestValue <= goal + BoxPool.EPS || problem.freedom() == 0 && restarts > 0;
    }

    /** Computes value, masks and counts of {@code subset}. */
    private void adopt() {
        Arrays.fill(members, 0L);
        cost = 0.0;
        for (int p : subset) {
            members[p >> 6] |= 1L << p;
            cost += problem.cost(p);
        }
        pool.recount(members);
        evaluate();
    }

    private void evaluate() {
        discrepancy.load(points.points(), subset, k);
        value = discrepancy.maximum(0.0);
        work++;
        pool.target(value);
        if (discrepancy.found()) {
            pool.reward(pool.add(discrepancy.bestCorner(), discrepancy.bestClosed(), members));
        }
        remember();
    }

    private void remember() {
        if (value < bestValue) {
            bestValue = value;
            System.arraycopy(subset, 0, best, 0, k);
        }
    }

    private void descend(double goal) {
        while (!done(goal) && improve()) {
            // Each improvement lowers the target.
        }
    }

    /**
     * Leaves the local optimum: mostly by a random walk over subsets that stay below a slightly higher target, sometimes by blind swaps.
     * The walk keeps what is good about the subset and reaches better optima in a fraction of the time.
     */
    private void perturb() {
        if (random.nextInt(32) == 0) {
            kick(1 + random.nextInt(3));
            adopt();
        } else {
            adopt();
            walk(baseValue * (1.0 + WALK_RISE * random.nextDouble()), 1 + random.nextInt(Math.clamp(k / 2, 2, WALK_LENGTH)));
        }
    }

    private void walk(double target, int moves) {
        value = target;
        pool.target(target);
        walking = true;
        for (int m = 0; m < moves && !stopped && work < workLimit; m++) {
            findTight();
            for (int t = 0; t < 20; t++) {
                int pick = random.nextInt(k);
                if (!problem.forced(subset[pick]) && replace(pick)) {
                    break;
                }
            }
        }
        walking = false;
        evaluate();
    }

    private void kick(int swaps) {
        for (int s = 0; s < swaps; s++) {
            problem.randomSwap(random, subset);
        }
    }

    /** Finds and makes an improving swap; false when there is none or the work is spent. */
    private boolean improve() {
        for (int i = 0; i < k; i++) {
            turn[i] = i;
        }
        findTight();
        for (int i = 0; i < k; i++) {
            int r = i + random.nextInt(k - i);
            int pick = turn[r];
            turn[r] = turn[i];
            turn[i] = pick;
            if (!problem.forced(subset[pick]) && replace(pick)) {
                return true;
            }
            if (stopped || work >= workLimit) {
                return false;
            }
        }
        return false;
    }

    /**
     * Lists the boxes that can rule out a swap at all: those the subset violates or just satisfies. Violated ones come first, since they
     * end the search for a replacement at once.
     */
    private void findTight() {
        generation = pool.generation;
        tightCount = 0;
        listed = pool.size;
        if (tight.length < pool.size + 64) {
            tight = new int[2 * pool.size + 64];
        }
        int violated = 0;
        for (int b = 0; b < pool.size; b++) {
            int slack = pool.closed[b] ? pool.limit[b] - pool.count[b] : pool.count[b] - pool.limit[b];
            if (slack < 0) {
                tight[tightCount++] = tight[violated];
                tight[violated++] = b;
            } else if (slack == 0) {
                tight[tightCount++] = b;
            }
        }
    }

    /** Takes boxes added since into the list. */
    private void listNew() {
        if (tight.length < tightCount + pool.size - listed) {
            tight = Arrays.copyOf(tight, 2 * (tightCount + pool.size - listed));
        }
        for (; listed < pool.size; listed++) {
            int slack = pool.closed[listed] ? pool.limit[listed] - pool.count[listed] : pool.count[listed] - pool.limit[listed];
            if (slack <= 0) {
                tight[tightCount++] = listed;
            }
        }
    }

    private boolean replace(int pick) {
        int out = subset[pick];
        if (!filter(out)) {
            return false;
        }
        int start = random.nextInt(n);
        for (int q = next(start); q >= 0; q = next(start)) {
            candidates[q >> 6] &= ~(1L << q);
            if (!problem.affordable(cost - problem.cost(out) + problem.cost(q))) {
                continue;
            }
            System.arraycopy(subset, 0, trial, 0, k);
            trial[pick] = q;
            work++;
            if (decide()) {
                subset[pick] = q;
                members[out >> 6] &= ~(1L << out);
                members[q >> 6] |= 1L << q;
                cost += problem.cost(q) - problem.cost(out);
                pool.swapped(out, q);
                if (!walking) {
                    evaluate();
                }
                return true;
            }
            if ((work & 63) == 0 && cancellation.requested()) {
                stopped = true;
            }
            if (stopped || work >= workLimit) {
                return false;
            }
            if (pool.generation != generation) {
                findTight();
                if (!filter(out)) {
                    return false;
                }
                continue;
            }
            int from = tightCount;
            listNew();
            for (int t = from; t < tightCount; t++) {
                if (!narrow(tight[t], out)) {
                    return false;
                }
            }
        }
        return false;
    }

    private int next(int start) {
        int words = candidates.length;
        int w = start >> 6;
        long first = candidates[w] & (-1L << start);
        if (first != 0) {
            return (w << 6) + Long.numberOfTrailingZeros(first);
        }
        for (int i = 1; i <= words; i++) {
            int at = w + i < words ? w + i : w + i - words;
            if (candidates[at] != 0) {
                return (at << 6) + Long.numberOfTrailingZeros(candidates[at]);
            }
        }
        return -1;
    }

    private boolean decide() {
        discrepancy.load(points.points(), trial, k);
        collected = 0;
        return discrepancy.collect(value - BoxPool.EPS, (corner, closed, v) -> {
            pool.reward(pool.add(corner, closed, members));
            return ++collected < BOXES_PER_NO;
        });
    }

    /** Sets {@code candidates} to the replacements for {@code out} that violate no box; false if there is none. */
    private boolean filter(int out) {
        long[] allowed = problem.allowed();
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = allowed[i] & ~members[i];
        }
        for (int t = 0; t < tightCount; t++) {
            if (!narrow(tight[t], out)) {
                return false;
            }
        }
        return true;
    }

    /** Removes the candidates a tight box rules out; false when it rules out all. */
    private boolean narrow(int b, int out) {
        int inside = pool.contains(b, out) ? 1 : 0;
        int slack = pool.closed[b] ? pool.limit[b] - pool.count[b] + inside : pool.count[b] - inside - pool.limit[b] + 1;
        if (slack > 0) {
            return true;
        }
        long[] mask = pool.mask;
        int words = candidates.length;
        int at = b * words;
        long flip = pool.closed[b] ? -1L : 0L;
        long changed = 0;
        long left = 0;
        if (slack == 0) {
            for (int i = 0; i < words; i++) {
                long before = candidates[i];
                long after = before & (mask[at + i] ^ flip);
                changed |= after ^ before;
                left |= after;
                candidates[i] = after;
            }
        }
        if (changed != 0 || left == 0) {
            pool.activity[b] += 0.01f;
        }
        return left != 0;
    }
}
