package org.optbench.tasks.testkit;

import static org.optbench.tasks.testkit.Check.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.Trait;

/** The contract of one task. */
final class TaskCaseChecks {

    private final TaskProvider provider;
    private final TaskContext context;
    private final TaskDescription listed;
    private final int configurations;

    TaskCaseChecks(TaskProvider provider, TaskContext context, TaskDescription listed, int configurations) {
        this.provider = provider;
        this.context = context;
        this.listed = listed;
        this.configurations = configurations;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        add(checks, "the opened task keeps the description", this::descriptionAgrees);
        add(checks, "random configurations give finite values of the right number", this::validValues);
        add(checks, "the same seed gives the same outcome, in any order", this::deterministic);
        add(checks, "two threads get what one gets", this::threadSafe);
        add(checks, "an evaluation that is not wanted any more ends", this::cancellable);
        add(checks, "reports come in order and within the fidelity", this::orderedReports);
        add(checks, "STOP and PAUSE end an evaluation that reports", this::interruptible);
        add(checks, "a paused trial resumed gives what an undisturbed one gives", this::resumable);
        add(checks, "contexts are legal and the same for the same step", this::legalContexts);
        return checks;
    }

    private void add(List<Check> checks, String rule, TaskAction action) {
        checks.add(new Check(listed.id() + ": " + rule, () -> {
            try (Task task = provider.open(listed.id(), context)) {
                action.run(task);
            }
        }));
    }

    @FunctionalInterface
    private interface TaskAction {
        void run(Task task) throws Exception;
    }

    private void descriptionAgrees(Task task) {
        Problem problem = task.problem();
        TaskDescription description = task.description();
        require(description.id().equals(listed.id()), "It calls itself '%s'.", description.id());
        require(description.equals(listed), "Opened it describes itself as %s, listed as %s.", description, listed);
        require(description.dimension() == problem.space().dimension(), "Dimension %d, but its space has %d parameters.", description.dimension(),
                problem.space().dimension());
        require(description.objectives() == problem.objectives().size(), "%d objectives, but its problem has %d.", description.objectives(),
                problem.objectives().size());
        require(description.constraints() == problem.constraints().size(), "%d constraints, but its problem has %d.", description.constraints(),
                problem.constraints().size());
        require(description.fidelities() == problem.fidelities().parameters().size(), "%d fidelities, but its problem has %d.",
                description.fidelities(), problem.fidelities().parameters().size());
        TaskDescription derived = TaskDescription.of(listed.id(), "1", "derived", "", "", problem);
        require(description.traits().containsAll(derived.traits()), "Its traits %s miss some of %s, which follow from its problem.",
                description.traits(), derived.traits());
        require(problem.space().contains(problem.space().defaults()), "The default configuration %s is not legal: %s", problem.space().defaults(),
                problem.space().violations(problem.space().defaults()));
        require(task.problem().equals(problem), "Asked twice it gives different problems.");
    }

    private void validValues(Task task) throws Exception {
        Problem problem = task.problem();
        for (Evaluation evaluation : evaluations(problem)) {
            Outcome outcome = task.evaluate(evaluation, letting());
            if (outcome instanceof Outcome.Valued valued) {
                checkValues(problem, valued.objectives(), valued.constraints(), evaluation);
            }
            require(!(outcome instanceof Outcome.Interrupted), "%s was interrupted although every report was answered with CONTINUE.", evaluation);
            if (outcome instanceof Outcome.Failure failure) {
                require(!failure.message().isBlank(), "%s failed without a message.", evaluation);
            }
        }
        Outcome atDefault = task.evaluate(new Evaluation(0, problem.space().defaults(), problem.fidelities().full(), 1), letting());
        require(atDefault instanceof Outcome.Success, "The default configuration gives %s, not a success.", atDefault);
    }

    private void deterministic(Task task) throws Exception {
        if (listed.traits().contains(Trait.MEASURED)) {
            return;
        }
        List<Evaluation> evaluations = evaluations(task.problem());
        List<String> first = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            first.add(valueText(task.evaluate(evaluation, letting())));
        }
        for (int i = evaluations.size() - 1; i >= 0; i--) {
            String again = valueText(task.evaluate(evaluations.get(i), letting()));
            require(again.equals(first.get(i)), "%s gave %s, and later %s.", evaluations.get(i), first.get(i), again);
        }
        try (Task other = provider.open(listed.id(), context)) {
            String fresh = valueText(other.evaluate(evaluations.getFirst(), letting()));
            require(fresh.equals(first.getFirst()), "%s gave %s, and in another instance %s.", evaluations.getFirst(), first.getFirst(), fresh);
        }
    }

    private void threadSafe(Task task) throws Exception {
        List<Evaluation> evaluations = evaluations(task.problem());
        List<String> alone = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            alone.add(valueText(task.evaluate(evaluation, letting())));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> together = new ArrayList<>();
            for (int i = 0; i < 2 * evaluations.size(); i++) {
                Evaluation evaluation = evaluations.get(i / 2);
                together.add(pool.submit(() -> valueText(task.evaluate(evaluation, letting()))));
            }
            for (int i = 0; i < together.size(); i++) {
                String value = together.get(i).get();
                require(listed.traits().contains(Trait.MEASURED) || value.equals(alone.get(i / 2)), "%s gave %s alone and %s beside another thread.",
                        evaluations.get(i / 2), alone.get(i / 2), value);
            }
        }
    }

    private void cancellable(Task task) throws Exception {
        Problem problem = task.problem();
        Evaluation evaluation = evaluations(problem).getFirst();
        Outcome outcome = task.evaluate(evaluation, new RecordingProgress(workFolder(), _ -> Verdict.STOP, true));
        require(outcome != null, "A cancelled evaluation returned null.");
        if (outcome instanceof Outcome.Valued valued) {
            checkValues(problem, valued.objectives(), valued.constraints(), evaluation);
        }
    }

    private void orderedReports(Task task) throws Exception {
        Problem problem = task.problem();
        for (Evaluation evaluation : evaluations(problem)) {
            RecordingProgress progress = letting();
            task.evaluate(evaluation, progress);
            double last = 0;
            for (Measurement report : progress.reports()) {
                checkLevels(problem, evaluation, report.at());
                Optional<FidelityParameter> knob = problem.fidelities().primary();
                if (knob.isPresent()) {
                    double level = report.at().level(knob.get().name());
                    require(level > last, "%s reported level %s after %s: levels must rise.", evaluation, level, last);
                    last = level;
                }
                checkValues(problem, report.objectives(), report.constraints(), evaluation);
            }
        }
    }

    private void interruptible(Task task) throws Exception {
        Problem problem = task.problem();
        Evaluation evaluation = new Evaluation(0, problem.space().defaults(), problem.fidelities().full(), 1);
        for (Verdict verdict : List.of(Verdict.STOP, Verdict.PAUSE)) {
            RecordingProgress progress = new RecordingProgress(workFolder(), _ -> verdict, false);
            Outcome outcome = task.evaluate(evaluation, progress);
            if (progress.reports().isEmpty()) {
                return; // a task without a learning curve has nothing to interrupt
            }
            Fidelity reported = progress.reports().getLast().at();
            if (outcome instanceof Outcome.Interrupted interrupted) {
                require(verdict == Verdict.PAUSE || !interrupted.paused(), "It paused when told to stop.");
                require(interrupted.reached().equals(reported), "It says it reached %s, but its last report is at %s.", interrupted.reached(),
                        reported);
                checkValues(problem, interrupted.objectives(), interrupted.constraints(), evaluation);
            } else {
                Fidelity first = progress.reports().getFirst().at();
                require(first.equals(evaluation.fidelity()), "Told %s at %s it went on and returned %s.", verdict, first, outcome);
            }
        }
    }

    private void resumable(Task task) throws Exception {
        Problem problem = task.problem();
        if (problem.fidelities().primary().filter(FidelityParameter::resumable).isEmpty() || listed.traits().contains(Trait.MEASURED)) {
            return;
        }
        Fidelity full = problem.fidelities().full();
        Evaluation whole = new Evaluation(7, problem.space().defaults(), full, 11);
        RecordingProgress undisturbed = letting();
        String expected = valueText(task.evaluate(whole, undisturbed));
        if (undisturbed.reports().size() < 2) {
            return;
        }
        Evaluation start = new Evaluation(8, whole.configuration(), full, whole.seed());
        Outcome paused = task.evaluate(start, new RecordingProgress(workFolder(), _ -> Verdict.PAUSE, false));
        if (paused instanceof Outcome.Interrupted interrupted) {
            Evaluation rest = new Evaluation(9, whole.configuration(), full, 12,
                    Optional.of(new Evaluation.Resumed(8, interrupted.reached(), whole.seed())));
            String resumed = objectivesText(task.evaluate(rest, letting()));
            require(expected.startsWith(resumed), "Undisturbed it gives %s, paused and resumed %s.", expected, resumed);
        }
    }

    private void legalContexts(Task task) {
        Problem problem = task.problem();
        if (problem.context().isEmpty()) {
            return;
        }
        for (int step : new int[]{0, 1, 5, 0}) {
            Configuration shown = task.context(step);
            require(problem.context().get().contains(shown), "The context %s of step %d is not in the context space.", shown, step);
            require(task.context(step).equals(shown), "Asked twice the context of step %d differs.", step);
        }
    }

    private List<Evaluation> evaluations(Problem problem) {
        RandomGenerator random = RandomStreams.of("task contract " + listed.id()).stream("configurations");
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < configurations; i++) {
            Configuration configuration = problem.space().sample(random);
            require(problem.space().contains(configuration), "Sampled %s is not in its own space: %s", configuration,
                    problem.space().violations(configuration));
            Fidelity fidelity = i % 3 == 1 ? lowest(problem) : i % 3 == 2 ? middle(problem) : problem.fidelities().full();
            evaluations.add(new Evaluation(i, configuration, fidelity, 1000 + i));
        }
        return evaluations;
    }

    private static Fidelity lowest(Problem problem) {
        Fidelity fidelity = problem.fidelities().full();
        for (FidelityParameter knob : problem.fidelities().parameters()) {
            fidelity = fidelity.with(knob.name(), knob.lower());
        }
        return fidelity;
    }

    private static Fidelity middle(Problem problem) {
        Fidelity fidelity = problem.fidelities().full();
        for (FidelityParameter knob : problem.fidelities().parameters()) {
            fidelity = fidelity.with(knob.name(), knob.clamp((knob.lower() + knob.upper()) / 2));
        }
        return fidelity;
    }

    private static void checkLevels(Problem problem, Evaluation evaluation, Fidelity at) {
        for (FidelityParameter knob : problem.fidelities().parameters()) {
            double level = at.level(knob.name());
            require(level > 0 && level <= evaluation.fidelity().level(knob.name()), "%s reported at %s, beyond the fidelity asked for.", evaluation, at);
        }
    }

    private static void checkValues(Problem problem, List<Double> objectives, List<Double> constraints, Evaluation evaluation) {
        require(objectives.size() == problem.objectives().size(), "%s gave %d objective values, the problem has %d.", evaluation, objectives.size(),
                problem.objectives().size());
        require(constraints.size() == problem.constraints().size(), "%s gave %d constraint values, the problem has %d.", evaluation,
                constraints.size(), problem.constraints().size());
        for (int i = 0; i < objectives.size(); i++) {
            double value = objectives.get(i);
            boolean otherMember = problem.multiTask().isPresent()
                    && !evaluation.configuration().choice(problem.multiTask().get().selector()).equals(problem.multiTask().get().members().get(i));
            require(otherMember || Double.isFinite(value), "%s gave objective %s = %s: it must be finite, or the outcome a failure.", evaluation,
                    problem.objectives().get(i).name(), value);
        }
        constraints.forEach(value -> require(Double.isFinite(value), "%s gave a constraint value %s: it must be finite.", evaluation, value));
    }

    /** The values, and the cost where it is recorded or modelled; a stopwatch never repeats itself. */
    private String valueText(Outcome outcome) {
        return objectivesText(outcome) + (listed.clock() == TaskClock.SIMULATED ? " " + outcome.cost() : "");
    }

    private static String objectivesText(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Success success -> "success " + success.objectives() + " " + success.constraints();
            case Outcome.Interrupted interrupted -> "interrupted " + interrupted.reached() + " " + interrupted.objectives() + " "
                    + interrupted.constraints();
            case Outcome.Failure failure -> "failure " + failure.kind();
        };
    }

    private Path workFolder() {
        return context.workFolder().resolve("contract");
    }

    private RecordingProgress letting() {
        return RecordingProgress.letting(workFolder());
    }
}
