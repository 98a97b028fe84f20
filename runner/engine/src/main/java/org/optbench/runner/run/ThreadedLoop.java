package org.optbench.runner.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.optbench.model.Outcome;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunEvent;
import org.optbench.results.TrialRecord;
import org.optbench.runner.campaign.WorkerSpec;

/**
 * The loop of a run with several workers on wall time: each evaluation has a thread, results are told as they come (asynchronous) or a batch at a time in
 * the order of the suggestions (synchronous). The recorded order of the calls is what a resumed run repeats.
 */
final class ThreadedLoop implements RunLoop {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RunCore core;
    private final RunContext context;
    private final Watchdog.Post post;
    private final java.util.function.Consumer<Runnable> takeover;
    private final WorkerSpec workers;
    private final BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
    private final Map<Integer, Worker> running = new HashMap<>();
    private final TreeSet<Integer> idle = new TreeSet<>();
    private final List<Running> batch = new ArrayList<>();
    private final double base;
    private boolean isWaiting;
    private boolean isReplayed;

    ThreadedLoop(RunCore core, Watchdog.Post post, java.util.function.Consumer<Runnable> takeover) {
        this.core = core;
        this.context = core.context();
        this.post = post;
        this.takeover = takeover;
        this.workers = context.plan().workers();
        this.base = context.history().stream().filter(TrialRecord.class::isInstance).mapToDouble(event -> ((TrialRecord) event).clock().finish()).max()
                .orElse(0);
        for (int worker = 0; worker < workers.count(); worker++) {
            idle.add(worker);
        }
    }

    @Override
    public RunResult drive() {
        if (!isReplayed) {
            replay();
            isReplayed = true;
        }
        while (true) {
            boolean isStopping = context.shouldStop().getAsBoolean();
            if (mayAsk(isStopping)) {
                List<Running> given = ask(idle.size());
                isWaiting = given.isEmpty();
                given.forEach(this::start);
            } else if (!running.isEmpty() && !isStopping) {
                await();
            } else {
                stopWorkers();
                return core.result(core.end(isStopping, !running.isEmpty() || !batch.isEmpty(), now()), core.exhausted().orElse(""), now());
            }
        }
    }

    /** Repeats the recorded calls in their order, then starts again what was being evaluated when the record ends. */
    private void replay() {
        Map<Integer, Running> open = new HashMap<>();
        for (RunEvent event : core.log().history()) {
            switch (event) {
                case AskRecord ask -> {
                    int call = post.begin(context.plan().askTimeLimit(), context.hung("ask", takeover));
                    core.ask(ask.atMost(), ask.pending()).forEach(trial -> open.put(trial.index, trial));
                    post.end(call);
                }
                case MeasurementRecord report -> core.report(known(open, report.trial()), report.point(), report.nanos());
                case TrialRecord stored -> {
                    Running trial = known(open, stored.index());
                    open.remove(stored.index());
                    trial.outcome = stored.outcome();
                    trial.start = stored.clock().start();
                    trial.finish = stored.clock().finish();
                    trial.used = stored.clock().fullEvaluations();
                    trial.worker = stored.clock().worker();
                    core.tell(trial);
                }
            }
        }
        open.values().stream().sorted(Comparator.comparingInt(trial -> trial.index)).forEach(trial -> {
            trial.alreadyReported = trial.measurements.size();
            start(trial);
        });
    }

    private static Running known(Map<Integer, Running> open, int index) {
        Running trial = open.get(index);
        if (trial == null) {
            throw new RunFailure("The run cannot be resumed: its record tells of trial " + index + ", which the optimizer did not suggest. "
                    + "Maybe the optimizer is not deterministic, or it changed without a new version.", null);
        }
        return trial;
    }

    private boolean mayAsk(boolean isStopping) {
        boolean isFree = workers.mode() == WorkerSpec.Mode.SYNCHRONOUS ? running.isEmpty() : !idle.isEmpty();
        return isFree && !isStopping && !isWaiting && core.exhausted().isEmpty() && core.meter().allowsStart(now());
    }

    private List<Running> ask(int atMost) {
        int call = post.begin(context.plan().askTimeLimit(), context.hung("ask", takeover));
        List<Running> given;
        synchronized (core) {
            given = core.ask(workers.mode() == WorkerSpec.Mode.SYNCHRONOUS ? atMost : 1, running.size());
        }
        post.end(call);
        return given;
    }

    private void start(Running trial) {
        trial.worker = java.util.Objects.requireNonNull(idle.pollFirst());
        trial.start = now();
        trial.startOffset = core.offset();
        long before = System.nanoTime();
        trial.queueNanos = before - trial.suggestedAt;
        TrialProgress progress = new TrialProgress(context.workFolder(), measurement -> {
            synchronized (core) {
                return trial.alreadyReported-- > 0 ? org.optbench.model.Verdict.CONTINUE
                        : core.report(trial, measurement, System.nanoTime() - before);
            }
        });
        Outcome known = trial.outcome;
        Thread thread = Thread.ofPlatform().daemon().name(Thread.currentThread().getName() + "-worker-" + trial.worker).unstarted(() -> {
            try {
                Outcome end = known == null ? evaluate(trial, progress) : known;
                completions.add(new Completion(trial, end, Optional.empty(), System.nanoTime() - before));
            } catch (RuntimeException e) {
                completions.add(new Completion(trial, context.timeout(), Optional.of(e), System.nanoTime() - before));
            }
        });
        trial.triedAt = before;
        running.put(trial.index, new Worker(trial, thread, progress));
        thread.start();
    }

    private Outcome evaluate(Running trial, TrialProgress progress) {
        Outcome outcome;
        do {
            trial.triedAt = System.nanoTime();
            outcome = Evaluator.evaluate(context.task(), core.problem(), Evaluator.evaluation(trial, core), progress);
        } while (!progress.isCancelled() && context.isRetried(trial, outcome));
        return outcome;
    }

    private void await() {
        try {
            Completion done = completions.poll(50, TimeUnit.MILLISECONDS);
            if (done == null) {
                checkLimits();
            } else if (!done.trial.isOver) {
                if (done.broken.isPresent()) {
                    throw done.broken.get();
                }
                boolean isLate = done.trial.retries == 0 && done.nanos > context.plan().trialTimeLimit().toNanos();
                finish(done.trial, isLate ? context.timeout() : done.end, done.nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("The run was interrupted.", e);
        }
    }

    private void checkLimits() {
        long limit = context.plan().trialTimeLimit().toNanos();
        for (Worker worker : List.copyOf(running.values())) {
            long age = System.nanoTime() - worker.trial.triedAt;
            if (age > limit) {
                worker.thread.interrupt();
            }
            if (age > limit + GRACE_NANOS) {
                worker.progress.die();
                finish(worker.trial, context.timeout(), age);
            }
        }
    }

    private void finish(Running trial, Outcome outcome, long nanos) {
        trial.isOver = true;
        trial.outcome = outcome;
        trial.evaluateNanos = nanos;
        trial.finish = outcome.cost().seconds().isPresent() ? trial.start + outcome.cost().seconds().getAsDouble() : now();
        synchronized (core) {
            trial.used = outcome instanceof Outcome.Interrupted early ? core.used(trial, early.reached()) : trial.share;
        }
        running.remove(trial.index);
        idle.add(trial.worker);
        if (workers.mode() == WorkerSpec.Mode.ASYNCHRONOUS) {
            tell(trial);
            return;
        }
        batch.add(trial);
        if (running.isEmpty()) {
            List<Running> told = new ArrayList<>(batch);
            batch.clear();
            told.sort(Comparator.comparingInt(one -> one.index));
            told.forEach(this::tell);
        }
    }

    private void tell(Running trial) {
        int call = post.begin(context.plan().askTimeLimit(), context.hung("tell", takeover));
        synchronized (core) {
            core.tell(trial);
        }
        post.end(call);
        isWaiting = false;
    }

    private void stopWorkers() {
        running.values().forEach(worker -> {
            worker.progress.die();
            worker.thread.interrupt();
        });
        for (Worker worker : running.values()) {
            try {
                worker.thread.join(GRACE_NANOS / 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Seconds on the clock of the run; the time between two attempts does not count. */
    private double now() {
        return base + core.offset() / 1e9;
    }

    private record Worker(Running trial, Thread thread, TrialProgress progress) {
    }

    /** @param broken what the optimizer or the store threw from a report; the run cannot go on */
    private record Completion(Running trial, Outcome end, Optional<RuntimeException> broken, long nanos) {
    }
}
