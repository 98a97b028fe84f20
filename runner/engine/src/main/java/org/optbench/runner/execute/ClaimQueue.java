package org.optbench.runner.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.optbench.results.Lease;
import org.optbench.results.ResultStore;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.plan.PlannedRun;

/** Hands out the runs still to do, each claimed in the database. */
sealed interface ClaimQueue {

    /** The next run; empty when nothing is left for this process. */
    Optional<Claimed> next();

    /** Takes a run back that is open again. */
    void again(PlannedRun run);

    record Claimed(PlannedRun run, Lease lease) {
    }

    /** Of a process that works alone: the runs in the order of the plan. What another holds is left to it. */
    final class Alone implements ClaimQueue {

        private final ResultStore store;
        private final RunOptions options;
        private final List<PlannedRun> runs;
        private final AtomicInteger next = new AtomicInteger();
        private final ConcurrentLinkedQueue<PlannedRun> returned = new ConcurrentLinkedQueue<>();

        Alone(ResultStore store, RunOptions options, List<PlannedRun> runs) {
            this.store = store;
            this.options = options;
            this.runs = runs;
        }

        @Override
        public Optional<Claimed> next() {
            while (true) {
                int i = next.getAndUpdate(at -> Math.min(at + 1, runs.size()));
                PlannedRun run = i < runs.size() ? runs.get(i) : returned.poll();
                if (run == null) {
                    return Optional.empty();
                }
                Optional<Lease> lease = store.claim(new RunKey(run.key()), options.worker(), options.lease());
                if (lease.isPresent()) {
                    return lease.map(held -> new Claimed(run, held));
                }
            }
        }

        @Override
        public void again(PlannedRun run) {
            returned.add(run);
        }
    }

    /** Of one of several processes: whatever run is open; ends when none is open or running any more. */
    final class Shared implements ClaimQueue {

        private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

        private final ResultStore store;
        private final RunOptions options;
        private final CampaignPlan plan;
        private final BooleanSupplier isStopping;
        private final Map<String, PlannedRun> byKey = new HashMap<>();
        private volatile boolean hasStrangers;

        Shared(ResultStore store, RunOptions options, CampaignPlan plan, BooleanSupplier isStopping) {
            this.store = store;
            this.options = options;
            this.plan = plan;
            this.isStopping = isStopping;
            plan.runs().forEach(run -> byKey.put(run.key(), run));
        }

        @Override
        public Optional<Claimed> next() {
            Duration most = options.lease().dividedBy(4).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : options.lease().dividedBy(4);
            Duration pause = most.dividedBy(8);
            while (!isStopping.getAsBoolean()) {
                Optional<Claimed> claimed = hasStrangers ? search() : first();
                if (claimed.isPresent()) {
                    return claimed;
                }
                if (unfinished(RunStatus.OPEN, RunStatus.RUNNING).isEmpty()) {
                    return Optional.empty();
                }
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
                pause = pause.multipliedBy(2).compareTo(most) > 0 ? most : pause.multipliedBy(2);
            }
            return Optional.empty();
        }

        /** The first that is open in the database; the campaign may have runs of an earlier revision there, which are none of the plan's. */
        private Optional<Claimed> first() {
            List<Lease> leases = store.claimNext(plan.campaign().name(), options.worker(), options.lease(), 1);
            if (leases.isEmpty()) {
                return Optional.empty();
            }
            Lease lease = leases.getFirst();
            PlannedRun run = byKey.get(lease.run().sha256());
            if (run == null) {
                hasStrangers = true;
                store.release(lease);
                return search();
            }
            return Optional.of(new Claimed(run, lease));
        }

        private Optional<Claimed> search() {
            for (PlannedRun run : unfinished(RunStatus.OPEN, RunStatus.RUNNING)) {
                Optional<Lease> lease = store.claim(new RunKey(run.key()), options.worker(), options.lease());
                if (lease.isPresent()) {
                    return lease.map(held -> new Claimed(run, held));
                }
            }
            return Optional.empty();
        }

        private List<PlannedRun> unfinished(RunStatus... statuses) {
            List<PlannedRun> runs = new ArrayList<>();
            store.reader().runs(RunQuery.ofCampaign(plan.campaign().name()).withStatuses(statuses), view -> {
                PlannedRun run = byKey.get(view.run().key().sha256());
                if (run != null) {
                    runs.add(run);
                }
            });
            return runs;
        }

        @Override
        public void again(PlannedRun run) {
            // it is open in the database
        }
    }
}
