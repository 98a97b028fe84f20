package org.optbench.runner.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.task.TaskClock;
import org.optbench.results.TrialRecord;
import org.optbench.runner.campaign.WorkerSpec;

/**
 * The loop of a run with one worker, or with several on simulated time: evaluates on the calling thread. Several simulated workers are a discrete-event
 * simulation; a trial is evaluated when it starts, and its reports and its result are delivered in the order of the simulated clock, so that the trials
 * are the same on every machine.
 */
final class InlineLoop implements RunLoop {

    private final RunCore core;
    private final RunContext context;
    private final Watchdog.Post post;
    private final java.util.function.Consumer<Runnable> takeover;
    private final WorkerSpec workers;
    private final boolean isSimulated;
    private final boolean isSingle;
    private final SimulatedWorkers simulated;
    private final Deque<Running> starting = new ArrayDeque<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Event.ORDER);
    private final TreeSet<Integer> idle = new TreeSet<>();
    private final List<Running> batch = new ArrayList<>();
    private int running;
    private boolean isWaiting;
    private double now;
    private long eventNumber;

    /** @param takeover goes on with the run on the thread that replaces a given-up one, after doing what it is given */
    InlineLoop(RunCore core, Watchdog.Post post, java.util.function.Consumer<Runnable> takeover) {
        this.core = core;
        this.context = core.context();
        this.post = post;
        this.takeover = takeover;
        this.workers = context.plan().workers();
        this.isSimulated = isSimulated(context);
        this.simulated = new SimulatedWorkers(context.plan());
        this.isSingle = workers.count() == 1 && simulated.isIdeal();
        for (int worker = 0; worker < workers.count(); worker++) {
            idle.add(worker);
        }
    }

    static boolean isSimulated(RunContext context) {
        return context.plan().workers().clock() == WorkerSpec.Clock.EVALUATIONS || context.task().description().clock() == TaskClock.SIMULATED;
    }

    @Override
    public RunResult drive() {
        while (true) {
            boolean isStopping = context.shouldStop().getAsBoolean();
            if (!starting.isEmpty() && !isStopping) {
                start(starting.removeFirst());
            } else if (mayAsk(isStopping)) {
                ask();
            } else if (!events.isEmpty() && (!isStopping || isSingle) && (running > 0 || mayStart())) {
                process(events.remove());
            } else {
                return core.result(core.end(isStopping, running > 0 || !starting.isEmpty() || !batch.isEmpty(), now), core.exhausted().orElse(""), now);
            }
        }
    }

    private boolean mayAsk(boolean isStopping) {
        boolean isFree = !idle.isEmpty() && (workers.mode() == WorkerSpec.Mode.ASYNCHRONOUS || running == 0);
        return isFree && !isStopping && !isWaiting && starting.isEmpty() && mayStart();
    }

    private boolean mayStart() {
        return core.exhausted().isEmpty() && core.meter().allowsStart(now);
    }

    private void ask() {
        int call = post.begin(context.plan().askTimeLimit(), context.hung("ask", takeover));
        List<Running> given = core.ask(idle.size(), running);
        post.end(call);
        isWaiting = given.isEmpty();
        starting.addAll(given);
    }

    private void start(Running trial) {
        trial.worker = java.util.Objects.requireNonNull(idle.pollFirst());
        running++;
        if (!isSimulated || workers.chargeOverhead()) {
            now += core.log().trial(trial.index).map(stored -> stored.times().suggest()).orElse(trial.suggestNanos) / 1e9;
        }
        trial.start = now;
        Optional<TrialRecord> stored = core.log().trial(trial.index);
        if (stored.isPresent()) {
            replay(trial, stored.get());
        } else if (trial.outcome == null) {
            evaluate(trial);
        }
        schedule(trial);
    }

    private void replay(Running trial, TrialRecord stored) {
        if (!stored.configuration().equals(trial.configuration) || !stored.fidelity().equals(trial.suggestion.fidelity())) {
            throw new RunFailure(
                    "The run cannot be resumed: the optimizer suggests " + trial.configuration + " where trial " + trial.index + " is recorded with "
                            + stored.configuration() + ". Maybe the optimizer is not deterministic, or it changed without a new version.",
                    null);
        }
        trial.outcome = stored.outcome();
        trial.startOffset = stored.times().startOffset();
        trial.queueNanos = stored.times().queue();
        trial.evaluateNanos = stored.times().evaluate();
        trial.retries = stored.retries();
        for (Measurement measurement : core.log().measurements(trial.index)) {
            if (isSingle) {
                core.report(trial, measurement, 0);
            } else {
                trial.pendingReports.add(measurement);
            }
        }
    }

    private void evaluate(Running trial) {
        do {
            evaluateOnce(trial);
        } while (context.isRetried(trial, trial.outcome()));
    }

    private void evaluateOnce(Running trial) {
        trial.startOffset = core.offset();
        long before = System.nanoTime();
        trial.queueNanos = before - trial.suggestedAt;
        TrialProgress progress = new TrialProgress(context.workFolder(), measurement -> report(trial, measurement, before));
        int call = post.begin(context.plan().trialTimeLimit(), () -> takeover.accept(() -> giveUp(trial, progress, before)));
        Outcome outcome = Evaluator.evaluate(context.task(), core.problem(), Evaluator.evaluation(trial, core), progress);
        boolean isLate = post.isOverLimit();
        post.end(call);
        trial.evaluateNanos = System.nanoTime() - before;
        trial.outcome = isLate ? context.timeout() : outcome;
        if (isLate) {
            Thread.interrupted(); // the watchdog's; it must not reach the next call
        }
    }

    private Verdict report(Running trial, Measurement measurement, long startedAt) {
        if (isSingle) {
            return trial.alreadyReported-- > 0 ? Verdict.CONTINUE : core.report(trial, measurement, System.nanoTime() - startedAt);
        }
        trial.pendingReports.add(measurement);
        return Verdict.CONTINUE;
    }

    /** On the thread that replaces the hanging one. */
    private void giveUp(Running trial, TrialProgress progress, long startedAt) {
        progress.die();
        trial.evaluateNanos = System.nanoTime() - startedAt;
        trial.outcome = context.timeout();
        trial.pendingReports.clear();
        schedule(trial);
    }

    private void schedule(Running trial) {
        Optional<TrialRecord> stored = core.log().trial(trial.index);
        double slowdown = simulated.isIdeal() ? 1 : simulated.slowdown(trial);
        OptionalDouble failsAt = simulated.isIdeal() || !mayBeLost(trial, stored.isPresent()) ? OptionalDouble.empty() : simulated.failsAt(trial);
        double duration = stored.map(record -> record.clock().finish() - now).orElseGet(() -> seconds(trial) * slowdown);
        double end = stored.map(record -> record.clock().finish()).orElse(now + duration);
        if (failsAt.isPresent()) {
            trial.isLost = true;
            if (stored.isPresent()) {
                duration = failsAt.getAsDouble() > 0 ? duration / failsAt.getAsDouble() : 0; // as if nothing had happened
            } else {
                end = now + failsAt.getAsDouble() * duration;
                trial.outcome = new Outcome.Failure(FailureKind.LOST, "The simulated worker " + trial.worker + " failed.", Cost.ofSeconds(end - now),
                        Feedback.none());
            }
        }
        for (Measurement measurement : trial.pendingReports) {
            double at = now + reportedAfter(trial, measurement, duration, slowdown);
            if (!trial.isLost || at <= end) {
                events.add(new Event(Math.min(at, end), eventNumber++, trial, measurement, false));
            }
        }
        events.add(new Event(end, eventNumber++, trial, null, false));
    }

    /** Whether the worker of a trial may fail: it evaluates something, and it is not recorded that the optimizer stopped the trial before. */
    private static boolean mayBeLost(Running trial, boolean isStored) {
        return switch (trial.outcome()) {
            case Outcome.Failure failure -> isStored ? failure.kind() == FailureKind.LOST : failure.kind() != FailureKind.INVALID_SUGGESTION;
            case Outcome.Success _ -> !isStored;
            case Outcome.Interrupted _ -> !isStored;
        };
    }

    private double reportedAfter(Running trial, Measurement measurement, double duration, double slowdown) {
        if (measurement.seconds().isPresent()) {
            return Math.min(duration, measurement.seconds().getAsDouble() * slowdown);
        }
        double whole = trial.outcome() instanceof Outcome.Interrupted early ? core.used(trial, early.reached()) : trial.share;
        return duration * (whole > 0 ? Math.min(1, core.used(trial, measurement.at()) / whole) : 1);
    }

    /** How long the evaluation takes on the clock of the run. */
    private double seconds(Running trial) {
        Outcome outcome = trial.outcome();
        if (workers.clock() == WorkerSpec.Clock.EVALUATIONS) {
            return outcome instanceof Outcome.Interrupted early ? core.used(trial, early.reached()) : trial.share;
        }
        OptionalDouble stated = outcome.cost().seconds();
        return stated.orElse(isSimulated ? 0 : trial.evaluateNanos / 1e9);
    }

    private void process(Event event) {
        Running trial = event.trial;
        if (event.isWorkerBack) {
            now = event.time;
            idle.add(trial.worker);
            return;
        }
        if (trial.isOver) {
            return;
        }
        now = event.time;
        if (event.measurement == null) {
            finish(trial);
            return;
        }
        int call = post.begin(context.plan().askTimeLimit(), context.hung("report", takeover));
        Verdict verdict = core.report(trial, event.measurement, 0);
        post.end(call);
        if (verdict != Verdict.CONTINUE) {
            Cost cost = Cost.ofSeconds(now - trial.start);
            trial.isLost = false; // stopped before its worker failed
            trial.outcome = new Outcome.Interrupted(verdict == Verdict.PAUSE, event.measurement.at(), event.measurement.objectives(),
                    event.measurement.constraints(), cost);
            finish(trial);
        }
    }

    private void finish(Running trial) {
        trial.isOver = true;
        trial.finish = now;
        trial.used = trial.outcome() instanceof Outcome.Interrupted early ? core.used(trial, early.reached()) : trial.share;
        running--;
        if (trial.isLost && simulated.downtime() > 0) {
            events.add(new Event(now + simulated.downtime(), eventNumber++, trial, null, true));
        } else {
            idle.add(trial.worker);
        }
        if (workers.mode() == WorkerSpec.Mode.ASYNCHRONOUS) {
            tell(trial);
            return;
        }
        batch.add(trial);
        if (running == 0 && starting.isEmpty()) {
            List<Running> told = new ArrayList<>(batch);
            batch.clear();
            told.sort(Comparator.comparingInt(one -> one.index));
            told.forEach(this::tell);
        }
    }

    private void tell(Running trial) {
        int call = post.begin(context.plan().askTimeLimit(), context.hung("tell", takeover));
        core.tell(trial);
        post.end(call);
        isWaiting = false;
    }

    /** @param measurement what is reported; none at the end of the trial, and when a worker that failed is back */
    private record Event(double time, long number, Running trial, @org.jspecify.annotations.Nullable Measurement measurement,
            boolean isWorkerBack) {

        /** By time, then by trial, so that simultaneous results come in the order of the suggestions. */
        static final Comparator<Event> ORDER = Comparator.comparingDouble(Event::time).thenComparingInt(event -> event.trial.index)
                .thenComparingLong(Event::number);
    }
}
