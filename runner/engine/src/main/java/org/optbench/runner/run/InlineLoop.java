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
        this.isSingle = workers.count() == 1;
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
            } else if (!events.isEmpty() && (!isStopping || isSingle)) {
                process(events.remove());
            } else {
                return core.result(core.end(isStopping, running > 0 || !starting.isEmpty() || !batch.isEmpty(), now), core.exhausted().orElse(""), now);
            }
        }
    }

    private boolean mayAsk(boolean isStopping) {
        boolean isFree = workers.mode() == WorkerSpec.Mode.SYNCHRONOUS ? running == 0 : !idle.isEmpty();
        return isFree && !isStopping && !isWaiting && starting.isEmpty() && core.exhausted().isEmpty() && core.meter().allowsStart(now);
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
        double duration = seconds(trial);
        for (Measurement measurement : trial.pendingReports) {
            double share = trial.share > 0 ? Math.min(1, core.used(trial, measurement.at()) / trial.share) : 1;
            double at = Math.min(duration, measurement.seconds().orElse(share * duration));
            events.add(new Event(now + at, eventNumber++, trial, measurement));
        }
        events.add(new Event(now + duration, eventNumber++, trial, null));
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
            org.optbench.model.Cost cost = org.optbench.model.Cost.ofSeconds(now - trial.start);
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
        idle.add(trial.worker);
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

    private record Event(double time, long number, Running trial, @org.jspecify.annotations.Nullable Measurement measurement) {

        /** By time, then by trial, so that simultaneous results come in the order of the suggestions. */
        static final Comparator<Event> ORDER = Comparator.comparingDouble(Event::time).thenComparingInt(event -> event.trial.index)
                .thenComparingLong(Event::number);
    }
}
