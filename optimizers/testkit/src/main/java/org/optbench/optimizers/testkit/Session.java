package org.optbench.optimizers.testkit;

import static org.optbench.tasks.testkit.Check.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
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
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.RunningTrial;

/** Drives one optimizer as the runner does, checks every answer, and keeps the calls so that they can be repeated. */
final class Session implements AutoCloseable {

    private static final int REPORTS = 3;

    private final Setup setup;
    private final Problem problem;
    private final Optimizer optimizer;
    private final Setup.Fate fate;
    private final SplittableRandom scrambler;
    private final List<Call> calls = new ArrayList<>();
    private final List<Running> pending = new ArrayList<>();
    private final Map<Integer, Trial> told = new HashMap<>();
    private final List<Double> successes = new ArrayList<>();
    private int next;
    private boolean exhausted;
    private boolean waits;

    /** One call and what it answered, as text. */
    sealed interface Call {

        record Asked(AskRequest request, String answer) implements Call {
        }

        record Told(Trial trial) implements Call {
        }

        record Reported(RunningTrial trial, Measurement measurement, Verdict answer) implements Call {
        }
    }

    private record Running(int index, Suggestion suggestion, long seed) {
    }

    Session(Setup setup, Setup.Fate fate) {
        this.setup = setup;
        this.problem = setup.problem().problem();
        this.optimizer = setup.create();
        this.fate = fate;
        this.scrambler = new SplittableRandom(setup.seed());
    }

    List<Call> calls() {
        return calls;
    }

    int asked() {
        return next;
    }

    boolean isExhausted() {
        return exhausted;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** Every answer of the optimizer in order, for comparison. */
    List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (Call call : calls) {
            switch (call) {
                case Call.Asked(AskRequest _, String answer) -> answers.add(answer);
                case Call.Reported(RunningTrial _, Measurement _, Verdict answer) -> answers.add(answer.name());
                case Call.Told _ -> {
                }
            }
        }
        return answers;
    }

    /** Runs until that many trials were suggested and told, or the optimizer is exhausted. */
    Session run(int trials, Setup.Order order) {
        while (next < trials && !exhausted) {
            fill(trials);
            if (!pending.isEmpty()) {
                tell(pick(order));
            }
        }
        drain(order);
        return this;
    }

    /** As {@link #run}, but the first trial is told after all others. */
    Session runWithLateFirst(int trials) {
        fill(trials);
        while (next < trials && !exhausted) {
            require(!pending.isEmpty(), "It answered Wait with nothing pending.");
            if (pending.size() > 1) {
                tell(1);
            } else if (waits) {
                break; // it may wait for the late one
            }
            fill(trials);
        }
        drain(Setup.Order.LAST);
        return this;
    }

    /** Asks until as many trials are pending as there are workers, or it waits or is exhausted. */
    void fill(int trials) {
        waits = false;
        while (pending.size() < setup.workers() && next < trials && !exhausted && !waits) {
            ask(Math.min(setup.workers() - pending.size(), trials - next));
        }
    }

    void drain(Setup.Order order) {
        while (!pending.isEmpty()) {
            tell(pick(order));
        }
    }

    private int pick(Setup.Order order) {
        return switch (order) {
            case FIRST -> 0;
            case LAST -> pending.size() - 1;
            case SCRAMBLED -> scrambler.nextInt(pending.size());
        };
    }

    void ask(int atMost) {
        AskRequest request = new AskRequest(atMost, pending.size(), context());
        int most = request.context().isPresent() ? 1 : atMost;
        Ask answer = optimizer.ask(request);
        require(answer != null, "It answered null.");
        calls.add(new Call.Asked(request, text(answer)));
        switch (answer) {
            case Ask.Suggest(List<Suggestion> suggestions) -> {
                require(!exhausted, "It said it was exhausted and suggests again.");
                require(suggestions.size() <= most, "Asked for at most %d it suggested %d.", most, suggestions.size());
                suggestions.forEach(this::start);
            }
            case Ask.Wait() -> {
                require(!pending.isEmpty(), "It answered Wait with nothing pending after %d trials: the run would hang.", next);
                waits = true;
            }
            case Ask.Exhausted(String reason) -> {
                require(!reason.isBlank(), "It is exhausted without a reason.");
                exhausted = true;
            }
        }
    }

    private Optional<Configuration> context() {
        return problem.context().map(contexts -> contexts.sample(RandomStreams.of(setup.seed()).stream("context " + next)));
    }

    private void start(Suggestion suggestion) {
        require(problem.space().contains(suggestion.configuration()), "Trial %d: %s is not in the space: %s", next, suggestion.configuration(),
                problem.space().violations(suggestion.configuration()));
        Optional<String> objection = problem.fidelities().objection(suggestion.fidelity());
        require(objection.isEmpty(), "Trial %d: %s", next, objection.orElse(""));
        boolean lower = setup.provider().description().capabilities().has(Feature.MULTI_FIDELITY);
        require(lower || problem.fidelities().isFull(suggestion.fidelity()),
                "Trial %d asks for fidelity %s: an optimizer that does not declare MULTI_FIDELITY asks for full evaluations.", next,
                suggestion.fidelity().canonicalText());
        suggestion.resumes().ifPresent(earlier -> checkResumed(suggestion, earlier));
        pending.add(new Running(next, suggestion, RandomStreams.of(setup.seed()).seed("evaluation", next)));
        next++;
    }

    private void checkResumed(Suggestion suggestion, int earlier) {
        Trial before = told.get(earlier);
        if (before == null) {
            throw new AssertionError("Trial " + next + " resumes trial " + earlier + ", which was not told yet.");
        }
        require(before.suggestion().configuration().equals(suggestion.configuration()), "Trial %d resumes trial %d, which has another configuration.",
                next, earlier);
    }

    private void tell(int position) {
        Running running = pending.remove(position);
        Suggestion suggestion = running.suggestion();
        List<Measurement> reports = new ArrayList<>();
        Outcome outcome = reporting(running, reports)
                .orElseGet(() -> setup.problem().evaluate(suggestion.configuration(), suggestion.fidelity(), running.seed()));
        Trial trial = new Trial(running.index(), suggestion, running.seed(), shown(fate.of(running.index(), outcome)), reports);
        told.put(running.index(), trial);
        calls.add(new Call.Told(trial));
        optimizer.tell(trial);
    }

    /** Reports the learning curve where there is one; the outcome when the optimizer ends the trial early. */
    private Optional<Outcome> reporting(Running running, List<Measurement> reports) {
        Optional<FidelityParameter> knob = problem.fidelities().primary().filter(FidelityParameter::resumable);
        if (knob.isEmpty()) {
            return Optional.empty();
        }
        double asked = running.suggestion().fidelity().level(knob.get().name());
        RunningTrial trial = new RunningTrial(running.index(), running.suggestion());
        for (int i = 1; i < REPORTS; i++) {
            Fidelity at = running.suggestion().fidelity().with(knob.get().name(), knob.get().clamp(asked * i / REPORTS));
            if (at.level(knob.get().name()) >= asked) {
                break;
            }
            Outcome.Success partial = (Outcome.Success) setup.problem().evaluate(running.suggestion().configuration(), at, running.seed());
            Measurement measurement = new Measurement(at, partial.objectives(), partial.constraints(), partial.cost().seconds(), new TreeMap<>());
            reports.add(measurement);
            Verdict verdict = optimizer.report(trial, measurement);
            require(verdict != null, "It answered a report with null.");
            calls.add(new Call.Reported(trial, measurement, verdict));
            boolean declared = setup.provider().description().capabilities().has(Feature.EARLY_STOPPING);
            require(declared || verdict == Verdict.CONTINUE, "It answered a report with %s, but does not declare EARLY_STOPPING.", verdict);
            if (verdict != Verdict.CONTINUE) {
                return Optional.of(new Outcome.Interrupted(verdict == Verdict.PAUSE, at, partial.objectives(), partial.constraints(), partial.cost()));
            }
        }
        return Optional.empty();
    }

    /** The outcome as the problem lets the optimizer see it. */
    private Outcome shown(Outcome outcome) {
        if (problem.observation() != Observation.RANKS || !(outcome instanceof Outcome.Success success)) {
            return outcome;
        }
        double value = success.objectives().getFirst();
        successes.add(value);
        double better = successes.stream().filter(other -> other < value).count();
        double ties = successes.stream().filter(other -> other == value).count();
        return new Outcome.Success(List.of(better + (ties + 1) / 2), success.constraints(), success.cost(), success.feedback());
    }

    /** Repeats the calls on a fresh optimizer and compares each answer. */
    static Session replay(Session original, int count) {
        Session copy = new Session(original.setup, original.fate);
        for (int i = 0; i < count; i++) {
            switch (original.calls.get(i)) {
                case Call.Asked(AskRequest request, String answer) -> {
                    String again = text(copy.optimizer.ask(request));
                    require(again.equals(answer), "Call %d: asked %s it answered%n  %s%nand in the replay%n  %s", i, request, answer, again);
                }
                case Call.Told(Trial trial) -> copy.optimizer.tell(trial);
                case Call.Reported(RunningTrial trial, Measurement measurement, Verdict answer) -> {
                    Verdict again = copy.optimizer.report(trial, measurement);
                    require(again == answer, "Call %d: a report was answered with %s and in the replay with %s.", i, answer, again);
                }
            }
        }
        return copy;
    }

    static String text(Ask answer) {
        return switch (answer) {
            case Ask.Suggest(List<Suggestion> suggestions) -> suggestions.stream().map(s -> s.configuration().canonicalText() + " @"
                    + s.fidelity().canonicalText() + " #" + s.tag() + " " + s.resumes()).toList().toString();
            case Ask.Wait() -> "Wait";
            case Ask.Exhausted(String reason) -> "Exhausted: " + reason;
        };
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
