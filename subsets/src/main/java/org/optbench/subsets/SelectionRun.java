package org.optbench.subsets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rounds of doubling length: in each, every chain searches and the branch and bound tries to prove the best value of the round before, on as
 * many threads as allowed; then results are merged in a fixed order. So the outcome does not depend on the threads.
 */
final class SelectionRun {

    private static final long FIRST_ROUND = 500;
    private static final int POOL_FOR_PROOF = 2048;
    private static final int POOL_FOR_RELAXATION = 400;
    private static final double DECISION_NANOS = 50_000.0;
    private static final int SMALL = 128;

    private final SelectionProblem problem;
    private final int workers;
    private final long work;
    private final boolean prove;
    private final Cancellation cancellation;
    private final BoundListener listener;
    private final AtomicBoolean proven = new AtomicBoolean();
    private final SwapSearch[] chains;
    private final BoxPool proofPool;
    private final ProofSearch proof;
    /** One tries to refute the best value, the other to raise the bound step by step. */
    private final RelaxedProof finish;
    private final RelaxedProof raise;
    private final BoxPool finishPool;
    private final BoxPool raisePool;
    private final List<Selection.Step> history = new ArrayList<>();
    private final long start = System.nanoTime();
    private int[] best = {};
    private double value = Double.POSITIVE_INFINITY;
    private double lower;
    private boolean searched;
    private boolean stalled;

    SelectionRun(SelectionProblem problem, long seed, int chainCount, int workers, long work, boolean prove,
            Cancellation cancellation, BoundListener listener) {
        this.problem = problem;
        this.workers = workers;
        this.work = work;
        this.prove = prove;
        this.cancellation = cancellation;
        this.listener = listener;
        Cancellation stop = () -> proven.get() || cancellation.requested();
        chains = new SwapSearch[chainCount];
        for (int c = 0; c < chainCount; c++) {
            chains[c] = new SwapSearch(problem, seed + 0x9E3779B97F4A7C15L * c, stop);
        }
        proofPool = new BoxPool(problem.points(), problem.k(), 1 << 20);
        proof = new ProofSearch(problem, proofPool, cancellation);
        finishPool = new BoxPool(problem.points(), problem.k(), 1 << 20);
        raisePool = new BoxPool(problem.points(), problem.k(), 1 << 20);
        finish = new RelaxedProof(problem, finishPool, cancellation);
        raise = new RelaxedProof(problem, raisePool, cancellation);
    }

    Selection run() {
        if (workers == 1) {
            rounds(Optional.empty());
        } else {
            try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
                rounds(Optional.of(threads));
            }
        }
        int[] indices = best.clone();
        Arrays.sort(indices);
        double[][] members = Arrays.stream(indices).mapToObj(i -> problem.points().points()[i]).toArray(double[][]::new);
        Discrepancy d = StarDiscrepancy.exact(members);
        return new Selection(indices, d.upper(), Math.min(lower, d.upper()), d.witness(), history, effort());
    }

    private Selection.Effort effort() {
        long decisions = 0;
        long restarts = 0;
        for (SwapSearch c : chains) {
            decisions += c.work();
            restarts += c.restarts();
        }
        return new Selection.Effort(decisions, restarts, proof.nodes(), seconds());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void rounds(Optional<ExecutorService> threads) {
        long done = 0;
        long slice = Math.min(FIRST_ROUND, work);
        lower = trivialBound();
        searchRound(threads, slice, false);
        done += slice;
        slice = Math.min(2 * slice, work - done);
        note();
        while (value - lower > BoxPool.EPS && slice > 0 && !cancellation.requested()) {
            searchRound(threads, slice, prove);
            note();
            done += slice;
            slice = Math.min(2 * slice, work - done);
        }
        if (problem.freedom() == 0) {
            lower = value;
        }
        note();
    }

    private void note() {
        double l = Math.min(lower, value);
        if (history.isEmpty() || history.getLast().value() > value || history.getLast().lowerBound() < l) {
            Selection.Effort e = effort();
            history.add(new Selection.Step(e.seconds(), e.decisions() + e.nodes(), value, l));
            listener.bounds(l, value);
        }
    }

    private void searchRound(Optional<ExecutorService> threads, long slice, boolean withProof) {
        List<Runnable> tasks = new ArrayList<>();
        if (withProof) {
            if (!searched) {
                fillProofPool();
            }
            searched = true;
            double nanos = slice * DECISION_NANOS * (stalled ? 3.0 : 1.0);
            tasks.add(() -> proofSlice(nanos));
        }
        double goal = lower;
        for (SwapSearch c : chains) {
            tasks.add(() -> c.run(slice, goal));
        }
        if (threads.isEmpty()) {
            tasks.forEach(Runnable::run);
        } else {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable t : tasks) {
                running.add(threads.get().submit(t));
            }
            for (Future<?> f : running) {
                await(f);
            }
        }
        double before = value;
        for (SwapSearch c : chains) {
            if (c.bestValue() < value) {
                value = c.bestValue();
                best = c.best();
            }
        }
        Optional<int[]> found = proof.found();
        if (found.isPresent() && proof.foundValue() < value) {
            value = proof.foundValue();
            best = found.get();
        }
        for (RelaxedProof r : List.of(finish, raise)) {
            if (r.betterValue() < value) {
                value = r.betterValue();
                best = r.better();
            }
        }
        if (value < Arrays.stream(chains).mapToDouble(SwapSearch::bestValue).min().orElseThrow()) {
            // Found by a proof: the first chain goes on from there.
            chains[0].startFrom(best);
        }
        stalled = value >= before;
    }

    private static void await(Future<?> f) {
        try {
            f.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException("a search thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a search thread", e);
        }
    }

    /** The most active boxes of the chains, so that the first proof does not start from nothing. */
    private void fillProofPool() {
        long[] none = new long[problem.points().words()];
        for (SwapSearch c : chains) {
            BoxPool from = c.pool();
            Integer[] order = new Integer[from.size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Float.compare(from.activity[b], from.activity[a]));
            for (int i = 0; i < Math.min(order.length, POOL_FOR_PROOF / chains.length); i++) {
                double[] corner = from.corner[order[i]];
                boolean closed = from.closed[order[i]];
                proofPool.add(corner, closed, none);
                if (i < POOL_FOR_RELAXATION / chains.length) {
                    finishPool.add(corner, closed, none);
                    raisePool.add(corner, closed, none);
                }
            }
        }
    }

    /**
     * Raises the bound at the root of the branch and bound, then tries to refute the value by branching and by the relaxation, then something
     * between bound and value. Branching gets most of the time in small sets, the relaxation in large ones. Time is by a model of the cost,
     * not measured, so that the result does not depend on the machine.
     */
    private void proofSlice(double nanos) {
        double target = value;
        boolean small = problem.points().size() <= SMALL;
        raiseAtRoot(target);
        if (lower < target - BoxPool.EPS) {
            branch(target, nanos * (small ? 0.8 : 0.2));
        }
        if (!proven.get() && proof.found().isEmpty() && lower < target - BoxPool.EPS) {
            relax(target, nanos * (small ? 0.2 : 0.8));
        }
        if (lower >= target - BoxPool.EPS) {
            proven.set(true);
        }
    }

    private void branch(double target, double nanos) {
        long nodes = Math.max(16, (long) (nanos / Math.max(1000.0, proofPool.size * problem.points().words() * 4.5)));
        if (proof.search(target, nodes) == ProofSearch.Answer.INFEASIBLE) {
            lower = target;
        }
    }

    private void relax(double target, double nanos) {
        int raising = steps(raisePool, 0.3 * nanos);
        while (raising > 0 && !cancellation.requested()) {
            double mid = 0.5 * (lower + target);
            int some = Math.min(raising, Math.max(200, raising / 2));
            if (target - lower < 1e-4 || !raise.refutes(mid, some)) {
                break;
            }
            lower = mid;
            raising -= some / 4;
        }
        if (finish.refutes(target, steps(finishPool, 0.7 * nanos))) {
            lower = target;
        }
    }

    private int steps(BoxPool pool, double nanos) {
        return (int) Math.min(1e9, 16 + nanos / (pool.size * problem.points().words() * 15.0 + 30.0 * problem.points().size()));
    }

    private void raiseAtRoot(double target) {
        if (proof.refutedAtRoot(target)) {
            lower = target;
            return;
        }
        double lo = lower;
        double hi = target;
        while (hi - lo > 1e-4) {
            double mid = 0.5 * (lo + hi);
            if (proof.refutedAtRoot(mid)) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        lower = Math.max(lower, lo);
    }

    /** 1/(2k) bounds any d: the two kinds of boxes around one point differ by 1/k. */
    private double trivialBound() {
        return 0.5 / problem.k() * (1.0 - 1e-12);
    }
}
