package org.optbench.optimizers.multifidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.RunningTrial;
import org.optbench.optimizer.UsageLedger;

/** Several workers on simulated time: what the runner does, without recording. */
final class Simulation {

    private static final Path NOWHERE = Path.of("unused");

    private final Task task;
    private final Optimizer optimizer;
    private final RandomStreams seeds;
    private final int workers;
    private final double seconds;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingInt(e -> e.run.index)
            .thenComparingLong(Event::number));
    private final List<Trial> told = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private long eventNumber;
    private double now;
    private int waits;

    private static final class Run {
        final int index;
        final Suggestion suggestion;
        final double start;
        final Outcome outcome;
        final List<Measurement> reports = new ArrayList<>();
        final List<Measurement> shown = new ArrayList<>();
        boolean isOver;

        Run(int index, Suggestion suggestion, double start, Task task, RandomStreams seeds, @Nullable Trial resumed) throws Exception {
            this.index = index;
            this.suggestion = suggestion;
            this.start = start;
            Optional<Evaluation.Resumed> from = Optional.ofNullable(resumed)
                    .map(trial -> new Evaluation.Resumed(trial.index(), trial.suggestion().fidelity(), trial.seed()));
            outcome = task.evaluate(new Evaluation(index, suggestion.configuration(), suggestion.fidelity(), seeds.seed("trial", index), from),
                    new Collector(reports));
        }
    }

    private record Event(double time, long number, Run run, @Nullable Measurement report) {
    }

    private record Collector(List<Measurement> reports) implements Progress {
        @Override
        public Verdict report(Measurement measurement) {
            reports.add(measurement);
            return Verdict.CONTINUE;
        }

        @Override
        public void log(String line) {
            // not kept
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Path checkpoints(int trial) {
            return NOWHERE;
        }
    }

    /**
     * A run about to begin.
     *
     * @param seconds end of the run on the simulated clock; trials that end later do not count
     */
    Simulation(Task task, OptimizerVariant variant, int workers, double seconds, long seed) {
        this(task, variant.provider(), variant.settings(), variant.options(), workers, seconds, seed);
    }

    private Simulation(Task task, OptimizerProvider provider, Configuration settings, Map<String, String> options, int workers, double seconds, long seed) {
        this.task = task;
        this.workers = workers;
        this.seconds = seconds;
        this.seeds = RandomStreams.of("simulation " + seed);
        this.optimizer = provider.create(new OptimizerContext(task.problem(), Budget.ofSeconds(seconds), workers, settings, options,
                RandomStreams.of(provider.description().id() + " " + seed), UsageLedger.none(), NOWHERE));
    }

    /** Runs to the end of the time. */
    Simulation run() throws Exception {
        int running = 0;
        int next = 0;
        while (true) {
            if (running < workers && now < seconds) {
                switch (optimizer.ask(new AskRequest(workers - running, running, Optional.empty()))) {
                    case Ask.Suggest(List<Suggestion> suggestions) -> {
                        for (Suggestion suggestion : suggestions) {
                            start(new Run(next++, suggestion, now, task, seeds, resumed(suggestion)));
                            running++;
                        }
                        continue;
                    }
                    case Ask.Wait() -> waits++;
                    case Ask.Exhausted(String _) -> seconds();
                }
            }
            Event event = events.poll();
            if (event == null || event.time > seconds) {
                return this;
            }
            if (!event.run.isOver) {
                now = event.time;
                running -= process(event) ? 1 : 0;
            }
        }
    }

    private @Nullable Trial resumed(Suggestion suggestion) {
        return suggestion.resumes().isEmpty() ? null
                : told.stream().filter(trial -> trial.index() == suggestion.resumes().getAsInt()).findFirst().orElseThrow();
    }

    private void start(Run run) {
        double duration = run.outcome.cost().seconds().orElse(1);
        for (Measurement report : run.reports) {
            events.add(new Event(run.start + Math.min(duration, report.seconds().orElse(0)), eventNumber++, run, report));
        }
        events.add(new Event(run.start + duration, eventNumber++, run, null));
    }

    /** Whether the trial is over. */
    private boolean process(Event event) {
        Run run = event.run;
        Outcome end = run.outcome;
        if (event.report != null) {
            run.shown.add(event.report);
            if (optimizer.report(new RunningTrial(run.index, run.suggestion), event.report) == Verdict.CONTINUE) {
                return false;
            }
            end = new Outcome.Interrupted(false, event.report.at(), event.report.objectives(), event.report.constraints(), Cost.ofSeconds(now - run.start));
        }
        run.isOver = true;
        Trial trial = new Trial(run.index, run.suggestion, seeds.seed("trial", run.index), end, run.shown);
        told.add(trial);
        times.add(now);
        optimizer.tell(trial);
        return true;
    }

    /** Trials in the order they ended. */
    List<Trial> told() {
        return told;
    }

    /** How often a free worker got nothing to do. */
    int waits() {
        return waits;
    }

    double seconds() {
        return seconds;
    }

    /** The best full-fidelity value, to minimise, that was known at a time; empty when there was none. */
    OptionalDouble best(double time) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < told.size(); i++) {
            if (times.get(i) <= time && told.get(i).outcome() instanceof Outcome.Success success
                    && task.problem().fidelities().isFull(told.get(i).suggestion().fidelity())) {
                best = Math.min(best, task.problem().objective().toMinimize(success.objectives().getFirst()));
            }
        }
        return best < Double.POSITIVE_INFINITY ? OptionalDouble.of(best) : OptionalDouble.empty();
    }
}
