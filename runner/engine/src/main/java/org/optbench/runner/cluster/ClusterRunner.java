package org.optbench.runner.cluster;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.runner.plan.CampaignPlan;

/**
 * Follows a registered campaign while workers execute it: starts the workers, starts those again that end while work is left, and ends when every run
 * is done or set aside. Does no run itself and holds nothing that matters: when it dies, the workers go on, and another one follows.
 */
public final class ClusterRunner {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int START_LIMIT = 6;
    private static final Duration GRACE = Duration.ofSeconds(45);

    private final ResultStore store;
    private final CampaignPlan plan;
    private final Set<String> keys = new HashSet<>();
    private final WorkerPool pool;
    private final int workers;
    private final Duration pause;
    private final BooleanSupplier shouldStop;

    /**
     * @param workers    how many, 1 or above
     * @param pause      between two looks at the database and the workers
     * @param shouldStop asked often; true ends the workers gracefully
     */
    public ClusterRunner(ResultStore store, CampaignPlan plan, WorkerPool pool, int workers, Duration pause, BooleanSupplier shouldStop) {
        if (workers < 1) {
            throw new IllegalArgumentException("Workers " + workers + ": at least 1 is needed.");
        }
        this.store = store;
        this.plan = plan;
        plan.runs().forEach(run -> keys.add(run.key()));
        this.pool = pool;
        this.workers = workers;
        this.pause = pause;
        this.shouldStop = shouldStop;
    }

    /**
     * What the follower sees.
     *
     * @param done    finished runs of the plan
     * @param poison  runs of the plan that are set aside
     * @param running runs of the plan that a worker holds
     * @param runs    all of the plan
     * @param workers that run or wait to be run
     */
    public record Look(int done, int poison, int running, int runs, int workers) {

        boolean isOver() {
            return done + poison == runs;
        }
    }

    /**
     * Starts the workers without following them.
     *
     * @throws ClusterException when they cannot be started
     */
    public void launch() {
        start(look());
    }

    /**
     * Starts the workers and follows them to the end.
     *
     * @param beforeLook done before every look, such as freeing the runs of workers that are known to have died
     * @param observer   shown every look
     * @throws ClusterException when workers cannot be started, or end again and again while nothing is finished
     */
    public Look follow(Runnable beforeLook, Consumer<Look> observer) {
        int starts = 0;
        int doneAtStart = -1;
        long nextStart = System.nanoTime();
        while (true) {
            beforeLook.run();
            Look look = look();
            observer.accept(look);
            if (look.isOver() || shouldStop.getAsBoolean()) {
                end(look.isOver());
                return look();
            }
            if (look.workers() < Math.min(workers, look.runs() - look.done() - look.poison()) && System.nanoTime() - nextStart >= 0) {
                starts = look.done() > doneAtStart ? 0 : starts + 1;
                doneAtStart = look.done();
                if (starts > START_LIMIT * workers) {
                    pool.kill();
                    throw new ClusterException("Workers were started " + starts + " times and ended without finishing a run: " + pool.describe()
                            + ". Maybe their logs say why.");
                }
                start(look);
                // workers that end at once, such as while the database is away, are given longer and longer to find it back
                nextStart = System.nanoTime() + Math.min(LONGEST_PAUSE.toNanos(), pause.toNanos() << Math.min(starts, 20));
            }
            sleep();
        }
    }

    private void start(Look look) {
        Set<Integer> missing = new TreeSet<>();
        Set<Integer> running = pool.running();
        for (int shard = 0; shard < Math.min(workers, look.runs() - look.done() - look.poison()); shard++) {
            if (!running.contains(shard)) {
                missing.add(shard);
            }
        }
        pool.start(missing);
    }

    /** Lets workers end by themselves when all is done, asks them to when not, and ends them by force at last. */
    private void end(boolean isOver) {
        if (!isOver) {
            pool.cancel();
        }
        long end = System.nanoTime() + GRACE.toNanos();
        while (!pool.running().isEmpty() && System.nanoTime() < end) {
            sleep();
        }
        if (!pool.running().isEmpty()) {
            pool.kill();
        }
    }

    private Look look() {
        Map<RunStatus, Integer> counts = new EnumMap<>(RunStatus.class);
        store.reader().runs(RunQuery.ofCampaign(plan.campaign().name()), view -> {
            if (keys.contains(view.run().key().sha256())) {
                counts.merge(view.status(), 1, Integer::sum);
            }
        });
        return new Look(counts.getOrDefault(RunStatus.DONE, 0), counts.getOrDefault(RunStatus.POISONED, 0), counts.getOrDefault(RunStatus.RUNNING, 0),
                keys.size(),
                pool.running().size());
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Following the workers was interrupted.", e);
        }
    }
}
