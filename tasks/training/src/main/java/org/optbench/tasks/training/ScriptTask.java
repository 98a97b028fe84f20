package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/** A user's script: one process an evaluation. A script told to stop or pause is killed after the report; what it checkpointed stays. */
final class ScriptTask implements Task {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long SEED_RANGE = 1L << 31;
    private static final String RESOURCE = "<resource>";

    private final ScriptDefinition definition;
    private final TaskDescription description;
    private final Problem problem;
    private final String interpreter;

    ScriptTask(ScriptDefinition definition, TaskDescription description, Problem problem, String interpreter) {
        this.definition = definition;
        this.description = description;
        this.problem = problem;
        this.interpreter = interpreter;
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) throws IOException {
        Path checkpoints = Checkpoints.prepare(evaluation, progress);
        Map<String, String> environment = new TreeMap<>(definition.environment());
        environment.putIfAbsent("OMP_NUM_THREADS", "1");
        environment.putIfAbsent("PYTHONUNBUFFERED", "1");
        try (WorkerProcess worker = WorkerProcess.start(command(evaluation, checkpoints), definition.directory(), environment)) {
            worker.closeInput();
            return new Run(evaluation, worker, progress).toEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failure(FailureKind.CANCELLED, "The evaluation was interrupted.");
        }
    }

    /** The command with placeholders filled and what they do not name appended. */
    List<String> command(Evaluation evaluation, Path checkpoints) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        evaluation.configuration().active().forEach((name, value) -> values.put(name, value.plain()));
        definition.fidelity().ifPresent(knob -> values.put(knob.name(), Long.toString((long) evaluation.fidelity().level(knob.name()))));
        String config = config(evaluation, checkpoints);
        long seed = Math.floorMod(evaluation.resumed().map(Evaluation.Resumed::seed).orElse(evaluation.seed()), SEED_RANGE);
        Map<String, String> special = Map.of("python", interpreter, "seed", Long.toString(seed), "checkpoint", checkpoints.toAbsolutePath().toString(),
                "config", config);
        List<String> command = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String part : definition.command()) {
            String filled = part;
            for (Map<String, String> source : List.of(values, special)) {
                for (Map.Entry<String, String> entry : source.entrySet()) {
                    String placeholder = "{" + entry.getKey() + "}";
                    if (filled.contains(placeholder)) {
                        named.add(entry.getKey());
                        filled = filled.replace(placeholder, entry.getValue());
                    }
                }
            }
            command.add(filled);
        }
        if (definition.appendsFlags()) {
            values.forEach((name, value) -> append(command, named, name, name, value));
        }
        append(command, named, "checkpoint", definition.checkpointArgument(), Objects.requireNonNull(special.get("checkpoint")));
        append(command, named, "config", definition.configArgument(), config);
        append(command, named, "seed", definition.seedArgument(), Long.toString(seed));
        return command;
    }

    private static void append(List<String> command, List<String> named, String placeholder, String flag, String value) {
        if (!flag.isEmpty() && !named.contains(placeholder)) {
            command.add("--" + flag);
            command.add(value);
        }
    }

    private String config(Evaluation evaluation, Path checkpoints) throws IOException {
        boolean isWanted = !definition.configArgument().isEmpty() || definition.command().stream().anyMatch(part -> part.contains("{config}"));
        Path file = checkpoints.resolve("config.json").toAbsolutePath();
        if (isWanted) {
            List<String> entries = new ArrayList<>();
            evaluation.configuration().active().forEach((name, value) -> entries.add(Value.of(name).json() + ": " + value.json()));
            evaluation.fidelity().levels().forEach((name, level) -> entries.add(Value.of(name).json() + ": " + Math.round(level)));
            Files.writeString(file, "{" + String.join(", ", entries) + "}\n");
        }
        return file.toString();
    }

    /** One process. */
    private final class Run {

        private final WorkerProcess worker;
        private final Progress progress;
        private final TrialWatch watch;
        private final ReportReader reader;
        private final double asked;
        private Optional<Measurement> last = Optional.empty();
        private Verdict verdict = Verdict.CONTINUE;
        private int reports;
        private boolean isNotANumber;

        private Run(Evaluation evaluation, WorkerProcess worker, Progress progress) {
            this.worker = worker;
            this.progress = progress;
            this.watch = new TrialWatch(definition.limits(), progress);
            this.asked = definition.fidelity().map(knob -> evaluation.fidelity().level(knob.name())).orElse(Double.NaN);
            Map<String, Pattern> patterns = new LinkedHashMap<>();
            definition.metrics().forEach(metric -> metric.source().regex().ifPresent(pattern -> patterns.put(metric.source().field(), pattern)));
            definition.resource().regex().ifPresent(pattern -> patterns.put(RESOURCE, pattern));
            this.reader = new ReportReader(patterns, definition.metrics().getFirst().source().field());
        }

        private Outcome toEnd() throws InterruptedException {
            while (true) {
                Optional<Outcome> givenUp = watch.verdict();
                if (givenUp.isPresent()) {
                    worker.close();
                    return givenUp.get();
                }
                Optional<WorkerProcess.Event> event = worker.poll(POLL);
                if (event.isPresent() && event.get() instanceof WorkerProcess.Event.Ended(int exitCode)) {
                    return ended(exitCode);
                }
                if (event.isPresent() && event.get() instanceof WorkerProcess.Event.Line line) {
                    watch.heard();
                    progress.log(line.text());
                    reader.read(line.text()).ifPresent(this::report);
                    if (verdict != Verdict.CONTINUE) {
                        worker.close();
                        return interrupted();
                    }
                    if (isNotANumber) {
                        worker.close();
                        return failure(FailureKind.NOT_A_NUMBER, "The script reported a metric that is NaN or infinite.");
                    }
                }
            }
        }

        private void report(Report report) {
            List<Double> values = new ArrayList<>();
            for (ScriptDefinition.Metric metric : definition.metrics()) {
                OptionalDouble value = report.value(metric.source().field());
                if (value.isEmpty()) {
                    return; // a line about something else, or a second objective that was not told yet
                }
                values.add(value.getAsDouble());
            }
            if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
                isNotANumber = true;
                return;
            }
            reports++;
            Optional<FidelityParameter> knob = definition.fidelity();
            Fidelity at = knob.map(known -> Fidelity.of(known.name(), level(report, known))).orElse(Fidelity.none());
            boolean isRising = last.isEmpty() || knob.isEmpty() || at.level(knob.get().name()) > last.get().at().level(knob.get().name());
            TreeMap<String, Double> extra = new TreeMap<>(report.values());
            extra.remove(RESOURCE);
            extra.values().removeIf(value -> !Double.isFinite(value));
            Measurement measurement = new Measurement(at, values, List.of(), OptionalDouble.empty(), extra);
            last = Optional.of(measurement);
            if (knob.isPresent() && isRising) {
                verdict = progress.report(measurement);
            }
        }

        private double level(Report report, FidelityParameter knob) {
            String field = definition.resource().regex().isPresent() ? RESOURCE : definition.resource().field();
            return knob.clamp(Math.min(asked, report.value(field).orElse(reports)));
        }

        private Outcome ended(int exitCode) {
            if (exitCode != 0) {
                return failure(FailureClassifier.ofExit(exitCode, worker.tail()), "The script ended with exit code " + exitCode + ".");
            }
            if (last.isEmpty()) {
                return failure(FailureKind.INVALID_RESULT, "The script ended without reporting " + definition.metrics().getFirst().name()
                        + ". Maybe the field or regular expression does not fit its output.");
            }
            Measurement reached = last.get();
            return Outcome.of(reached.objectives(), reached.constraints(), Cost.measured());
        }

        private Outcome interrupted() {
            Measurement reached = last.orElseThrow();
            boolean isPaused = verdict == Verdict.PAUSE && !definition.checkpointArgument().isEmpty();
            return new Outcome.Interrupted(isPaused, reached.at(), reached.objectives(), reached.constraints(), Cost.measured());
        }

        private Outcome failure(FailureKind kind, String message) {
            return new Outcome.Failure(kind, message + " Maybe see its last lines.", Cost.measured(), Feedback.of(worker.tail()));
        }
    }
}
