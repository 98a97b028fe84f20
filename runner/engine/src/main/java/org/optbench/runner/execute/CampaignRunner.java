package org.optbench.runner.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.optbench.model.task.TaskCatalog;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.results.Lease;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultStore;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.SkippedPair;
import org.optbench.results.StoreException;
import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.plan.PlannedRun;
import org.optbench.runner.run.RunJob;
import org.optbench.runner.run.RunResult;
import org.optbench.runner.run.ThreadGivenUpException;
import org.optbench.runner.run.Watchdog;

/**
 * Executes the runs of a plan. Finished runs are passed over, unfinished ones resumed by replay. A run that breaks costs itself; only a database that
 * cannot be written ends the execution.
 */
public final class CampaignRunner {

    private static final int REGISTER_AT_ONCE = 500;
    private static final int ATTEMPTS = 3;

    private final TaskCatalog tasks;
    private final ResultStore store;
    private final RunOptions options;
    private final CampaignObserver observer;
    private final BooleanSupplier shouldStop;
    private final Provenance provenance;
    private final AtomicReference<@Nullable StoreException> broken = new AtomicReference<>();
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final Set<Lease> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger finished = new AtomicInteger();

    /** @param shouldStop asked often; true ends the execution soon, so that it can be resumed */
    public CampaignRunner(TaskCatalog tasks, ResultStore store, RunOptions options, CampaignObserver observer, BooleanSupplier shouldStop,
            Provenance provenance) {
        this.tasks = tasks;
        this.store = store;
        this.options = options;
        this.observer = observer;
        this.shouldStop = shouldStop;
        this.provenance = provenance;
    }

    /**
     * Registers the campaign and executes what is not finished.
     *
     * @param specification text of the campaign file, for the record
     * @throws StoreException when results cannot be recorded
     */
    public CampaignResult execute(CampaignPlan plan, String specification) {
        register(plan, specification);
        return executeRegistered(plan);
    }

    /** Registers the campaign with all its runs and skipped pairs without executing anything. */
    public void register(CampaignPlan plan, String specification) {
        String campaign = plan.campaign().name();
        store.registerCampaign(campaign, specification);
        for (int from = 0; from < plan.runs().size(); from += REGISTER_AT_ONCE) {
            int to = Math.min(from + REGISTER_AT_ONCE, plan.runs().size());
            store.register(campaign, plan.runs().subList(from, to).stream().map(CampaignRunner::record).toList());
        }
        store.registerSkipped(campaign,
                plan.skipped().stream().map(pair -> new SkippedPair(pair.optimizer(), pair.task(), String.join(" ", pair.reasons()))).toList());
    }

    /** Executes what is not finished of a registered campaign. */
    public CampaignResult executeRegistered(CampaignPlan plan) {
        Map<String, RunStatus> known = statuses(plan.campaign().name());
        List<PlannedRun> open = plan.runs().stream().filter(run -> known.get(run.key()) != RunStatus.DONE && known.get(run.key()) != RunStatus.POISONED)
                .toList();
        int before = (int) plan.runs().stream().filter(run -> known.get(run.key()) == RunStatus.DONE).count();
        observer.begin(plan, before);
        ClaimQueue queue = options.isShared() ? new ClaimQueue.Shared(store, options, plan, this::isStopping)
                : new ClaimQueue.Alone(store, options, open);
        CountDownLatch slots = new CountDownLatch(Math.min(options.threads(), Math.max(1, open.size())));
        try (Watchdog watchdog = new Watchdog(); Heart heart = new Heart()) {
            for (long i = slots.getCount(); i > 0; i--) {
                Slot slot = new Slot(queue, watchdog, slots);
                Thread.ofPlatform().name("optbench-run-" + i).start(slot::work);
            }
            slots.await();
            heart.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        StoreException cause = broken.get();
        if (cause != null) {
            throw cause;
        }
        store.flush(); // what is said to be finished is
        return result(plan);
    }

    /** How far a registered campaign is, whoever worked on it. */
    public CampaignResult result(CampaignPlan plan) {
        Ends ends = ends(plan);
        return new CampaignResult(finished.get(), ends.done - finished.get(), ends.setAside, plan.runs().size() - ends.done - ends.setAside.size());
    }

    private record Ends(int done, List<CampaignResult.FailedRun> setAside) {
    }

    /** Where the runs of the plan stand now, whoever worked on them. */
    private Ends ends(CampaignPlan plan) {
        Set<String> planned = new HashSet<>();
        plan.runs().forEach(run -> planned.add(run.key()));
        int[] done = new int[1];
        List<CampaignResult.FailedRun> setAside = new ArrayList<>();
        store.reader().runs(RunQuery.ofCampaign(plan.campaign().name()).withStatuses(RunStatus.DONE, RunStatus.POISONED), view -> {
            if (planned.contains(view.run().key().sha256())) {
                if (view.status() == RunStatus.DONE) {
                    done[0]++;
                } else {
                    setAside.add(
                            new CampaignResult.FailedRun(view.run().optimizer().variant(), view.run().task().id().text(), view.run().seed(), view.reason()));
                }
            }
        });
        return new Ends(done[0], setAside);
    }

    private Map<String, RunStatus> statuses(String campaign) {
        Map<String, RunStatus> statuses = new HashMap<>();
        store.reader().runs(RunQuery.ofCampaign(campaign), view -> statuses.put(view.run().key().sha256(), view.status()));
        return statuses;
    }

    private static RunRecord record(PlannedRun run) {
        OptimizerDescription optimizer = run.variant().provider().description();
        TreeMap<String, String> execution = new TreeMap<>(Map.of("mode", run.workers().mode().name(), "clock", run.workers().clock().name(), "overhead",
                run.workers().chargeOverhead() ? "charged" : "free", "trial_limit", run.trialTimeLimit().toString(), "id", run.variant().id()));
        if (!run.workers().simulation().isIdeal()) {
            execution.put("simulation", run.workers().simulation().toString());
        }
        return new RunRecord(new RunKey(run.key()),
                new OptimizerSnapshot(run.optimizerName(), optimizer.id(), optimizer.version(), run.variant().settings().canonicalText(),
                        run.variant().options()),
                run.snapshot(), run.budget(), run.workers().count(), run.seed(), execution);
    }

    private boolean isStopping() {
        return shouldStop.getAsBoolean() || broken.get() != null;
    }

    /** Takes runs one after another; when its thread is given up, a new thread goes on in its place. */
    private final class Slot {

        private final ClaimQueue queue;
        private final Watchdog watchdog;
        private final CountDownLatch done;

        Slot(ClaimQueue queue, Watchdog watchdog, CountDownLatch done) {
            this.queue = queue;
            this.watchdog = watchdog;
            this.done = done;
        }

        void work() {
            try {
                while (!isStopping()) {
                    Optional<ClaimQueue.Claimed> claimed = queue.next();
                    if (claimed.isEmpty()) {
                        break;
                    }
                    begin(claimed.get().run(), claimed.get().lease());
                }
            } catch (ThreadGivenUpException _) {
                return; // the thread that took over counts down
            } catch (StoreException e) {
                broken.compareAndSet(null, e);
            } catch (RuntimeException | Error e) {
                broken.compareAndSet(null, new StoreException(StoreException.Kind.INTERNAL, "The runner broke: " + e, e));
            }
            done.countDown();
        }

        private void begin(PlannedRun run, Lease lease) {
            RunKey key = lease.run();
            leases.add(lease);
            RunWriter writer = store.writer(lease, provenance);
            Holder holder = new Holder();
            RunJob job = new RunJob(run, tasks, options.taskContext(run.key()), writer, store.reader().history(key), () -> isStopping() || lost.contains(lease),
                    observer, watchdog, options.retries(), first -> {
                        try {
                            finish(lease, writer, holder.job(), holder.job().driveAfter(first));
                        } catch (ThreadGivenUpException _) {
                            return;
                        } catch (StoreException e) {
                            stopFor(e, lease);
                        }
                        work();
                    });
            holder.job = job;
            try {
                finish(lease, writer, job, job.drive());
            } catch (StoreException e) {
                stopFor(e, lease);
            }
        }

        private void stopFor(StoreException e, Lease lease) {
            leases.remove(lease);
            if (e.kind() != StoreException.Kind.LEASE_LOST) {
                broken.compareAndSet(null, e);
            }
        }

        private void finish(Lease lease, RunWriter writer, RunJob job, RunResult result) {
            job.close();
            writer.close();
            leases.remove(lease);
            PlannedRun run = job.plan();
            if (lost.remove(lease)) {
                return; // another worker goes on with it
            }
            switch (result.end()) {
                case BUDGET, TARGET, EXHAUSTED -> {
                    store.complete(lease, new RunSummary(result.end().name().toLowerCase(java.util.Locale.ROOT), result.trials(), result.failures(),
                            result.fullEvaluations(), result.seconds()));
                    finished.incrementAndGet();
                    delete(job.workFolder());
                }
                case STOPPED -> store.release(lease);
                case FAILED -> {
                    if (store.fail(lease, result.detail(), result.mayPass() ? options.retries().attempts() : 1) == RunStatus.OPEN) {
                        queue.again(run);
                        return;
                    }
                }
            }
            observer.ended(run, result);
        }
    }

    private static final class Holder {

        @Nullable RunJob job;

        RunJob job() {
            return java.util.Objects.requireNonNull(job);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException _) {
                    // left-over work files do no harm
                }
            });
        } catch (IOException _) {
            // likewise
        }
    }

    /** Keeps the leases alive. */
    private final class Heart implements AutoCloseable {

        private final Thread thread = Thread.ofPlatform().daemon().name("optbench-heartbeat").start(this::beat);
        private volatile boolean isStopped;

        private void beat() {
            Duration pause = options.lease().dividedBy(ATTEMPTS);
            while (!isStopped) {
                try {
                    Thread.sleep(pause);
                    Collection<Lease> held = new HashSet<>(leases);
                    if (!held.isEmpty()) {
                        lost.addAll(store.heartbeat(held, options.lease()));
                    }
                } catch (InterruptedException _) {
                    return;
                } catch (StoreException _) {
                    // the writers meet the same trouble, are patient, and tell
                }
            }
        }

        void stop() {
            isStopped = true;
            thread.interrupt();
        }

        @Override
        public void close() {
            stop();
        }
    }
}
