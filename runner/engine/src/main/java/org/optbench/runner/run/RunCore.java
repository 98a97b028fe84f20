package org.optbench.runner.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Observation;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.RunningTrial;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.TargetHit;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialTimes;

/** The calls of one run's optimizer with everything that belongs to them: checks, numbering, recording, budget. Used by one thread at a time. */
final class RunCore {

    private final RunContext context;
    private final Problem problem;
    private final EventLog log;
    private final BudgetMeter meter;
    private final Optional<Ranks> ranks;
    private final RandomStreams seeds;
    private final Map<Integer, Suggestion> toldSuggestions = new HashMap<>();
    private final Map<Integer, Fidelity> reached = new HashMap<>();
    private final Map<Integer, Long> seedOfTrial = new HashMap<>();
    private final int[] nextTarget;
    private final long attemptStart = System.nanoTime();
    private int nextIndex;
    private int told;
    private long overheadNanos;
    private Optional<String> exhausted = Optional.empty();

    RunCore(RunContext context) {
        this.context = context;
        this.problem = context.task().problem();
        this.log = new EventLog(context.history(), context.writer());
        this.meter = new BudgetMeter(context.plan().budget(), problem);
        this.ranks = problem.observation() == Observation.RANKS ? Optional.of(new Ranks(problem)) : Optional.empty();
        // the seeds of evaluations do not depend on the optimizer: all optimizers meet the same noise
        this.seeds = RandomStreams.of("evaluations " + context.task().description().id() + " seed " + context.plan().seed());
        this.nextTarget = new int[problem.objectives().size()];
    }

    RunContext context() {
        return context;
    }

    Problem problem() {
        return problem;
    }

    EventLog log() {
        return log;
    }

    BudgetMeter meter() {
        return meter;
    }

    int told() {
        return told;
    }

    Optional<String> exhausted() {
        return exhausted;
    }

    /** Asks for suggestions; empty when the optimizer waits or is exhausted. */
    List<Running> ask(int wanted, int pending) {
        int atMost = problem.context().isPresent() ? 1 : meter.mostStarts(wanted);
        Optional<Configuration> step = problem.context().map(space -> context.task().context(nextIndex));
        long before = System.nanoTime();
        Ask answer;
        try {
            answer = context.optimizer().ask(new AskRequest(atMost, pending, step));
        } catch (RuntimeException | Error e) {
            throw thrown("ask", e);
        }
        overheadNanos += System.nanoTime() - before;
        List<Suggestion> suggestions = switch (answer) {
            case Ask.Suggest(List<Suggestion> given) -> given;
            case Ask.Wait() -> List.of();
            case Ask.Exhausted(String reason) -> {
                exhausted = Optional.of(reason);
                yield List.of();
            }
        };
        if (suggestions.size() > atMost) {
            throw new RunFailure("The optimizer was asked for at most " + atMost + " suggestions and gave " + suggestions.size() + ".", null);
        }
        if (suggestions.isEmpty() && exhausted.isEmpty() && pending == 0) {
            throw new RunFailure("The optimizer answered Wait with no trial pending, so that it would wait for ever.", null);
        }
        int sequence = log.next();
        log.append(new AskRecord(sequence, atMost, pending, step.map(Configuration::canonicalText), nextIndex, suggestions.size()));
        long share = suggestions.isEmpty() ? 0 : overheadNanos / suggestions.size();
        List<Running> started = new ArrayList<>(suggestions.size());
        for (Suggestion suggestion : suggestions) {
            started.add(begin(suggestion, sequence, share));
        }
        overheadNanos = suggestions.isEmpty() ? overheadNanos : 0;
        return started;
    }

    private Running begin(Suggestion suggestion, int askedAt, long suggestNanos) {
        int index = nextIndex++;
        Optional<String> objection = objection(suggestion);
        double share = objection.isPresent() ? 0 : share(suggestion);
        long seed = suggestion.resumes().isPresent() ? seedOf(suggestion.resumes().getAsInt()) : seeds.seed("trial", index);
        if (!problem.fidelities().isEmpty()) {
            seedOfTrial.put(index, seed);
        }
        Running running = new Running(index, suggestion, seed, askedAt, suggestNanos, told, share);
        objection.ifPresent(why -> running.outcome = new Outcome.Failure(FailureKind.INVALID_SUGGESTION, why, Cost.measured(),
                org.optbench.model.Feedback.none()));
        meter.start(share);
        return running;
    }

    private Optional<String> objection(Suggestion suggestion) {
        if (!problem.space().contains(suggestion.configuration())) {
            return Optional.of(String.join(" ", problem.space().violations(suggestion.configuration()).stream().map(violation -> violation.reason()).toList()));
        }
        Optional<String> fidelity = problem.fidelities().objection(suggestion.fidelity());
        if (fidelity.isPresent() || suggestion.resumes().isEmpty()) {
            return fidelity;
        }
        int resumed = suggestion.resumes().getAsInt();
        Suggestion earlier = toldSuggestions.get(resumed);
        if (earlier == null || !earlier.configuration().equals(suggestion.configuration())) {
            return Optional.of("It resumes trial " + resumed + ", which is no finished or paused trial of the same configuration.");
        }
        return Optional.empty();
    }

    private double share(Suggestion suggestion) {
        double full = problem.fidelities().fullEvaluations(suggestion.fidelity());
        Fidelity from = suggestion.resumes().isPresent() ? reached.get(suggestion.resumes().getAsInt()) : null;
        return from == null ? full : Math.max(0, full - problem.fidelities().fullEvaluations(from));
    }

    /** Seed of a trial of this run; a trial that resumes another has its seed. */
    long seedOf(int trial) {
        Long seed = seedOfTrial.get(trial);
        return seed == null ? seeds.seed("trial", trial) : seed;
    }

    /** Fidelity that an earlier trial reached; empty when it failed. */
    Optional<Fidelity> reached(int trial) {
        return Optional.ofNullable(reached.get(trial));
    }

    /** What a trial used when it was interrupted at a fidelity. */
    double used(Running running, Fidelity at) {
        double full = problem.fidelities().fullEvaluations(at);
        OptionalInt resumes = running.suggestion.resumes();
        Fidelity from = resumes.isPresent() ? reached.get(resumes.getAsInt()) : null;
        return from == null ? full : Math.max(0, full - problem.fidelities().fullEvaluations(from));
    }

    /** Shows a report to the optimizer. */
    Verdict report(Running running, Measurement measurement, long nanos) {
        running.measurements.add(measurement);
        long before = System.nanoTime();
        Verdict verdict;
        try {
            verdict = context.optimizer().report(new RunningTrial(running.index, running.suggestion), measurement);
        } catch (RuntimeException | Error e) {
            throw thrown("report", e);
        }
        overheadNanos += System.nanoTime() - before;
        log.append(new MeasurementRecord(log.next(), running.index, measurement, verdict, nanos));
        return verdict;
    }

    /** Records a finished trial and tells the optimizer. */
    void tell(Running running) {
        int sequence = log.next();
        Outcome outcome = running.outcome();
        Trial truth = running.trial(outcome);
        TrialRecord record = TrialRecord.of(sequence, running.askedAt, running.index, running.configuration, running.suggestion.fidelity(),
                running.suggestion.resumes(), running.seed, outcome,
                new TrialClock(running.start, running.finish, running.used, running.worker, told - running.toldAtAsk),
                new TrialTimes(running.startOffset, running.suggestNanos, running.queueNanos, running.evaluateNanos, log.storeNanos()), running.retries,
                System.currentTimeMillis());
        log.append(record);
        told++;
        meter.finish(truth, running.used - running.share);
        remember(running, outcome);
        targets(running, outcome);
        context.observer().trial(context.plan(), meter.finished(), meter.fullEvaluations(), meter.best(), outcome instanceof Outcome.Failure);
        Trial shown = ranks.isPresent() ? running.trial(ranks.get().hide(outcome)) : truth;
        long before = System.nanoTime();
        try {
            context.optimizer().tell(shown);
        } catch (RuntimeException | Error e) {
            throw thrown("tell", e);
        }
        overheadNanos += System.nanoTime() - before;
    }

    private void remember(Running running, Outcome outcome) {
        if (problem.fidelities().isEmpty()) {
            return;
        }
        toldSuggestions.put(running.index, running.suggestion);
        switch (outcome) {
            case Outcome.Success _ -> reached.put(running.index, running.suggestion.fidelity());
            case Outcome.Interrupted early -> reached.put(running.index, early.reached());
            case Outcome.Failure _ -> {
                // reached nothing
            }
        }
    }

    private void targets(Running running, Outcome outcome) {
        if (!(outcome instanceof Outcome.Success success) || !problem.isFeasible(success.constraints())
                || !problem.fidelities().isEmpty() && !problem.fidelities().isFull(running.suggestion.fidelity())) {
            return;
        }
        for (int i = 0; i < nextTarget.length; i++) {
            Objective objective = problem.objectives().get(i);
            double value = success.objectives().get(i);
            while (nextTarget[i] < objective.targets().size() && attains(objective, value, objective.targets().get(nextTarget[i]))) {
                log.hit(new TargetHit(i, objective.targets().get(nextTarget[i]), running.index, told, meter.fullEvaluations(), running.finish));
                nextTarget[i]++;
            }
        }
    }

    private static boolean attains(Objective objective, double value, double target) {
        return objective.toMinimize(value) <= objective.toMinimize(target);
    }

    /** Nanoseconds from the start of this attempt. */
    long offset() {
        return System.nanoTime() - attemptStart;
    }

    /**
     * Why a run that starts nothing more ends.
     *
     * @param isUnderWay whether trials are begun and not told
     * @param seconds    on the clock of the run
     */
    RunResult.End end(boolean isStopping, boolean isUnderWay, double seconds) {
        if (isStopping && isUnderWay) {
            return RunResult.End.STOPPED; // what is under way would be missing
        }
        if (meter.isTargetReached()) {
            return RunResult.End.TARGET;
        }
        if (!meter.allowsStart(seconds)) {
            return RunResult.End.BUDGET;
        }
        return isStopping ? RunResult.End.STOPPED : RunResult.End.EXHAUSTED;
    }

    RunResult result(RunResult.End end, String detail, double seconds) {
        return meter.result(end, detail, seconds);
    }

    static RunFailure thrown(String call, Throwable thrown) {
        if (thrown instanceof RunFailure failure) {
            return failure;
        }
        if (thrown instanceof org.optbench.results.StoreException store) {
            throw store;
        }
        if (thrown instanceof Abandoned abandoned) {
            throw abandoned;
        }
        String where = Arrays.stream(thrown.getStackTrace()).limit(3).map(StackTraceElement::toString).toList().toString();
        return new RunFailure("The optimizer threw " + thrown + " from " + call + " at " + where + ".", thrown);
    }
}
