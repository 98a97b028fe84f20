package org.optbench.subsets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Selects k of n points so that the star discrepancy of the selected is as small as possible.
 *
 * <p>
 * Local search chains and an exact branch and bound take turns, in rounds of doubling length; the result carries the proven bound. With
 * {@link #work} (the default) the result is a function of the points, the seed, the number of chains and the work, whatever the number of
 * threads; with {@link #time} it is whatever is known when the time is up.
 *
 * <pre>{@code
 * Selection s = SubsetSelection.of(points).size(20).time(Duration.ofSeconds(10)).select();
 * }</pre>
 *
 * Instances are immutable; every method returns a changed copy.
 */
public final class SubsetSelection {

    /** How subsets are searched. */
    public enum Strategy {
        /** Local search with a pool of boxes, and proof by branch and bound. */
        POOL_AND_PROOF,
        /** Local search with a pool of boxes only. */
        POOL,
        /** The swap heuristic of Clement, Doerr and Paquete (2022), as a baseline. */
        WORST_BOX_SWAP,
        /** Random subsets, the best of them; as a baseline. */
        RANDOM
    }

    private static final long DEFAULT_WORK = 20_000;

    private final double[][] points;
    private final PointSet set;
    private final int k;
    private final boolean[] forced;
    private final boolean[] excluded;
    private final double[] cost;
    private final double budget;
    private final long seed;
    private final long work;
    private final Duration time;
    private final int workers;
    private final int chains;
    private final Strategy strategy;
    private final Cancellation cancellation;
    private final BoundListener listener;

    private SubsetSelection(double[][] points, PointSet set, Settings s) {
        this.points = points;
        this.set = set;
        k = s.k;
        forced = s.forced;
        excluded = s.excluded;
        cost = s.cost;
        budget = s.budget;
        seed = s.seed;
        work = s.work;
        time = s.time;
        workers = s.workers;
        chains = s.chains;
        strategy = s.strategy;
        cancellation = s.cancellation;
        listener = s.listener;
    }

    private static final class Settings {
        private int k = 1;
        private boolean[] forced = {};
        private boolean[] excluded = {};
        private double[] cost = {};
        private double budget;
        private long seed = 1;
        private long work = DEFAULT_WORK;
        private Duration time = Duration.ofDays(36500);
        private int workers = 1;
        private int chains;
        private Strategy strategy = Strategy.POOL_AND_PROOF;
        private Cancellation cancellation = Cancellation.NEVER;
        private BoundListener listener = BoundListener.NONE;
    }

    private Settings settings() {
        Settings s = new Settings();
        s.k = k;
        s.forced = forced;
        s.excluded = excluded;
        s.cost = cost;
        s.budget = budget;
        s.seed = seed;
        s.work = work;
        s.time = time;
        s.workers = workers;
        s.chains = chains;
        s.strategy = strategy;
        s.cancellation = cancellation;
        s.listener = listener;
        return s;
    }

    private SubsetSelection with(Settings s) {
        return new SubsetSelection(points, set, s);
    }

    /**
     * Selection from these points.
     *
     * @param points {@code [n][d]}, d of at least 2, coordinates in [0, 1]; duplicates are allowed
     */
    public static SubsetSelection of(double[][] points) {
        double[][] x = Points.unitCube(points);
        if (x[0].length < 2) {
            throw new IllegalArgumentException(
                    "points have 1 column: at least 2 are needed. Maybe add a second optimizer, or take k quantiles of the one column?");
        }
        Settings s = new Settings();
        s.forced = new boolean[x.length];
        s.excluded = new boolean[x.length];
        return new SubsetSelection(x, new PointSet(x), s);
    }

    /** Number of members, 1 to n. Default 1. */
    public SubsetSelection size(int size) {
        if (size < 1 || size > points.length) {
            throw new IllegalArgumentException("size is " + size + " of " + points.length
                    + " points: it must lie between 1 and the number of points. Maybe a filter removed points?");
        }
        Settings s = settings();
        s.k = size;
        return with(s);
    }

    /** Points that must be members, by position. Adds to those given before. */
    public SubsetSelection include(int... members) {
        Settings s = settings();
        s.forced = marked(forced, members, "include");
        return with(s);
    }

    /** Points that must not be members, by position. Adds to those given before. */
    public SubsetSelection exclude(int... others) {
        Settings s = settings();
        s.excluded = marked(excluded, others, "exclude");
        return with(s);
    }

    private boolean[] marked(boolean[] old, int[] positions, String what) {
        boolean[] marks = old.clone();
        for (int p : positions) {
            if (p < 0 || p >= points.length) {
                throw new IllegalArgumentException(what + " names position " + p + ": positions run from 0 to " + (points.length - 1)
                        + ". Maybe positions count from 1?");
            }
            marks[p] = true;
        }
        return marks;
    }

    /**
     * The members' costs may not sum to more than the budget.
     *
     * @param costs one per point, finite and not negative, in any unit
     */
    public SubsetSelection budget(double[] costs, double total) {
        if (costs.length != points.length || !(total >= 0.0)) {
            throw new IllegalArgumentException("costs has length " + costs.length + ", budget is " + total + ", n is " + points.length
                    + ": one cost per point and a budget of at least 0. Maybe rows were filtered?");
        }
        for (int i = 0; i < costs.length; i++) {
            if (!(costs[i] >= 0.0) || Double.isInfinite(costs[i])) {
                throw new IllegalArgumentException("costs[" + i + "] is " + costs[i]
                        + ": costs must be finite and not negative. Maybe exclude points of unknown cost?");
            }
        }
        Settings s = settings();
        s.cost = costs.clone();
        s.budget = total;
        return with(s);
    }

    /** Seed of the local search. Default 1. */
    public SubsetSelection seed(long value) {
        Settings s = settings();
        s.seed = value;
        return with(s);
    }

    /** Work per chain: exact discrepancy decisions (and as many nodes of the proof). Default 20000, a few seconds for k = 20, d = 3. */
    public SubsetSelection work(long decisions) {
        if (decisions < 1) {
            throw new IllegalArgumentException("work is " + decisions + ": it must be positive. Maybe 20000?");
        }
        Settings s = settings();
        s.work = decisions;
        s.time = Duration.ofDays(36500);
        return with(s);
    }

    /** Searches until optimality is proven or this wall-clock time is over, instead of a fixed work. */
    public SubsetSelection time(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("time is " + limit + ": it must be positive. Maybe 10 seconds?");
        }
        Settings s = settings();
        s.work = Long.MAX_VALUE / 4;
        s.time = limit;
        return with(s);
    }

    /** Threads. Default 1. */
    public SubsetSelection workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("workers is " + threads + ": it must be positive. Maybe the number of cores?");
        }
        Settings s = settings();
        s.workers = threads;
        return with(s);
    }

    /** Independent chains of local search. Default 1 with fixed work, the number of workers with fixed time. */
    public SubsetSelection chains(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("chains is " + count + ": it must be positive. Maybe 2?");
        }
        Settings s = settings();
        s.chains = count;
        return with(s);
    }

    /** How subsets are searched. Default {@link Strategy#POOL_AND_PROOF}. */
    public SubsetSelection strategy(Strategy value) {
        Settings s = settings();
        s.strategy = value;
        return with(s);
    }

    /** Ends the search early with the best so far. */
    public SubsetSelection cancellation(Cancellation value) {
        Settings s = settings();
        s.cancellation = value;
        return with(s);
    }

    /** Told the proven lower bound and the best value after each round. */
    public SubsetSelection listener(BoundListener value) {
        Settings s = settings();
        s.listener = value;
        return with(s);
    }

    /** Number of points chosen from. */
    public int total() {
        return points.length;
    }

    int workerCount() {
        return workers;
    }

    /**
     * Runs the search.
     *
     * @throws IllegalArgumentException if no subset of this size satisfies the constraints
     */
    public Selection select() {
        SelectionProblem problem = problem();
        Cancellation stop = isTimed() ? cancellation.or(Cancellation.after(time)) : cancellation;
        return switch (strategy) {
            case POOL_AND_PROOF -> new SelectionRun(problem, seed, chainCount(), workers, work, true, stop, listener).run();
            case POOL -> new SelectionRun(problem, seed, chainCount(), workers, work, false, stop, listener).run();
            case WORST_BOX_SWAP -> new WorstBoxSwap(problem, seed, stop).run(work);
            case RANDOM -> new WorstBoxSwap(problem, seed, stop).random(work);
        };
    }

    /**
     * Selects several disjoint subsets, one after the other: the first is free, each further one avoids those before. A time limit or work
     * holds for each.
     */
    public List<Selection> selectDisjoint(int... sizes) {
        List<Selection> all = new ArrayList<>();
        SubsetSelection rest = this;
        int sum = Arrays.stream(sizes).sum();
        if (sum > points.length) {
            throw new IllegalArgumentException("sizes sum to " + sum + " of " + points.length
                    + " points: disjoint subsets need enough points. Maybe smaller splits?");
        }
        for (int size : sizes) {
            Selection s = rest.size(size).select();
            all.add(s);
            rest = rest.exclude(s.indices()).withoutForced();
        }
        return all;
    }

    /** Forced members belong to the first of several subsets. */
    private SubsetSelection withoutForced() {
        Settings s = settings();
        s.forced = new boolean[points.length];
        return with(s);
    }

    private boolean isTimed() {
        return time.toDays() < 36500;
    }

    private int chainCount() {
        return chains > 0 ? chains : isTimed() ? workers : 1;
    }

    private SelectionProblem problem() {
        int must = 0;
        int out = 0;
        for (int i = 0; i < points.length; i++) {
            if (forced[i] && excluded[i]) {
                throw new IllegalArgumentException(
                        "position " + i + " is both included and excluded: it can only be one. Maybe drop it from one list?");
            }
            must += forced[i] ? 1 : 0;
            out += excluded[i] ? 1 : 0;
        }
        if (must > k || points.length - out < k) {
            throw new IllegalArgumentException("size is " + k + ", " + must + " points are included and " + (points.length - out)
                    + " not excluded: the size must lie between. Maybe change the size?");
        }
        SelectionProblem p = new SelectionProblem(set, k, forced, excluded, cost, budget);
        if (!p.affordable(p.cheapest())) {
            throw new IllegalArgumentException("budget is " + budget + ", the cheapest subset of size " + k + " costs " + p.cheapest()
                    + ": the budget must allow one. Maybe a smaller size?");
        }
        return p;
    }
}
