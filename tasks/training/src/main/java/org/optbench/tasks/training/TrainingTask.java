package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A workload trained by a worker process. Each evaluation has a worker of its own; workers that end well serve the next one. */
final class TrainingTask implements Task {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SEED_RANGE = 1L << 31;

    private final TrainingId id;
    private final TaskDescription description;
    private final Problem problem;
    private final String interpreter;
    private final TrainingSettings settings;
    private final DeviceSlots slots;

    TrainingTask(TrainingId id, TaskDescription description, Problem problem, String interpreter, TrainingSettings settings, DeviceSlots slots) {
        this.id = id;
        this.description = description;
        this.problem = problem;
        this.interpreter = interpreter;
        this.settings = settings;
        this.slots = slots;
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
        try (DeviceSlots.Slot slot = slots.take()) {
            Path checkpoints = Checkpoints.prepare(evaluation, progress);
            WorkerProcess worker = WorkerPool.shared().take(interpreter, slot.device(), settings.threads());
            Run run = new Run(worker, progress);
            try {
                worker.send(order(evaluation, checkpoints, slot.device()));
                return run.toEnd();
            } finally {
                if (run.isReusable && settings.isPersistent()) {
                    WorkerPool.shared().giveBack(worker, interpreter, slot.device(), settings.threads());
                } else {
                    worker.close();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failure(FailureKind.CANCELLED, "The evaluation was interrupted.");
        }
    }

    private String order(Evaluation evaluation, Path checkpoints, String device) {
        ObjectNode arguments = JSON.createObjectNode();
        String algorithm = evaluation.configuration().active().get(TrainingCatalog.ALGORITHM) instanceof Value.ChoiceValue(String name) ? name
                : id.algorithm();
        evaluation.configuration().active().forEach((name, value) -> {
            if (!name.equals(TrainingCatalog.ALGORITHM)) {
                put(arguments, name.startsWith(algorithm + ".") ? name.substring(algorithm.length() + 1) : name, value);
            }
        });
        long seed = evaluation.resumed().map(Evaluation.Resumed::seed).orElse(evaluation.seed());
        arguments.put("workload", id.workload().name()).put("preset", id.preset()).put("variant", id.variant().orElse("")).put("algorithm", algorithm)
                .put("seed", Math.floorMod(seed, SEED_RANGE)).put("epochs", (int) evaluation.fidelity().level("epochs")).put("horizon", id.epochs())
                .put("device", device)
                .put("threads", settings.threads()).put("memory_mib", settings.memoryMib()).put("clock", settings.clock())
                .put("checkpoint_dir", checkpoints.toAbsolutePath().toString());
        arguments.put("resume_from", evaluation.resumed().map(resumed -> (int) resumed.fidelity().level("epochs")).orElse(0));
        problem.objective().targets().stream().findFirst().ifPresent(target -> arguments.put("target", target));
        ObjectNode order = JSON.createObjectNode().put("op", "train").put("trial", Integer.toString(evaluation.trial()));
        order.set("arguments", arguments);
        return JSON.writeValueAsString(order);
    }

    private static void put(ObjectNode arguments, String name, Value value) {
        switch (value) {
            case Value.FloatValue(double number) -> arguments.put(name, number);
            case Value.IntValue(long number) -> arguments.put(name, number);
            case Value.ChoiceValue(String choice) -> arguments.put(name, choice);
            case Value.PermutationValue permutation -> arguments.put(name, permutation.json());
        }
    }

    /** One trial on one worker. */
    private final class Run {

        private final WorkerProcess worker;
        private final Progress progress;
        private final TrialWatch watch;
        private final ReportReader reader = new ReportReader(Map.of(), "");
        private Verdict verdict = Verdict.CONTINUE;
        private Optional<Measurement> last = Optional.empty();
        private Cost cost = Cost.measured();
        private boolean isReusable;

        private Run(WorkerProcess worker, Progress progress) {
            this.worker = worker;
            this.progress = progress;
            this.watch = new TrialWatch(settings.limits(), progress);
        }

        private Outcome toEnd() throws InterruptedException {
            while (true) {
                Optional<Outcome> givenUp = watch.verdict();
                if (givenUp.isPresent()) {
                    worker.close();
                    return givenUp.get();
                }
                Optional<WorkerProcess.Event> event = worker.poll(POLL);
                if (event.isPresent()) {
                    watch.heard();
                    Optional<Outcome> outcome = switch (event.get()) {
                        case WorkerProcess.Event.Line line -> line(line);
                        case WorkerProcess.Event.Ended(int exitCode) -> Optional.of(ended(exitCode));
                    };
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
            }
        }

        private Outcome ended(int exitCode) {
            return new Outcome.Failure(FailureClassifier.ofExit(exitCode, worker.tail()),
                    "The worker of the trial ended with exit code " + exitCode + ". Maybe see its last lines.", cost, Feedback.of(worker.tail()));
        }

        private Optional<Outcome> line(WorkerProcess.Event.Line line) {
            if (line.isError()) {
                progress.log(line.text());
                return Optional.empty();
            }
            Optional<JsonNode> status = ReportReader.status(line.text());
            if (status.isPresent()) {
                return Optional.of(status(status.get()));
            }
            reader.read(line.text()).ifPresent(this::report);
            return Optional.empty();
        }

        private void report(Report report) {
            OptionalDouble epoch = report.value("epoch");
            OptionalDouble value = report.value(id.workload().metric());
            if (epoch.isEmpty() || value.isEmpty() || verdict != Verdict.CONTINUE) {
                return;
            }
            Measurement measurement = new Measurement(Fidelity.of("epochs", epoch.getAsDouble()), List.of(value.getAsDouble()),
                    List.of(), report.value(settings.clock().equals("cpu") ? "part_cpu_seconds" : "part_seconds"), extra(report));
            last = Optional.of(measurement);
            cost = new Cost(measurement.seconds(), new TreeMap<>()).with(resources(report));
            verdict = progress.report(measurement);
            if (verdict != Verdict.CONTINUE) {
                worker.send("{\"op\": \"" + (verdict == Verdict.PAUSE ? "pause" : "stop") + "\"}");
            }
        }

        private Outcome status(JsonNode status) {
            String kind = status.path("kind").asString("");
            isReusable = true;
            return switch (kind) {
                case "completed", "paused", "stopped" -> finished();
                default -> {
                    // A worker that ran out of memory may not have got all of it back.
                    FailureKind failure = FailureClassifier.ofStatus(kind);
                    isReusable = failure == FailureKind.NOT_A_NUMBER || failure == FailureKind.INVALID_SUGGESTION;
                    yield new Outcome.Failure(failure, status.path("message").asString(kind), cost, Feedback.of(worker.tail()));
                }
            };
        }

        private Outcome finished() {
            if (last.isEmpty()) {
                return new Outcome.Failure(FailureKind.INVALID_RESULT, "The trial ended without a report.", cost, Feedback.of(worker.tail()));
            }
            Measurement reached = last.get();
            return switch (verdict) {
                case CONTINUE -> new Outcome.Success(reached.objectives(), reached.constraints(), cost, Feedback.none());
                case STOP -> new Outcome.Interrupted(false, reached.at(), reached.objectives(), reached.constraints(), cost);
                case PAUSE -> new Outcome.Interrupted(true, reached.at(), reached.objectives(), reached.constraints(), cost);
            };
        }

        private TreeMap<String, Double> extra(Report report) {
            TreeMap<String, Double> extra = new TreeMap<>(report.values());
            extra.remove("epoch");
            extra.remove(id.workload().metric());
            extra.keySet().removeIf(name -> name.startsWith("st_worker_"));
            extra.values().removeIf(number -> !Double.isFinite(number));
            return extra;
        }

        private Map<String, Double> resources(Report report) {
            TreeMap<String, Double> resources = new TreeMap<>();
            for (String name : List.of("energy_joules", "state_bytes", "peak_device_bytes", "part_cpu_seconds", "evaluation_seconds",
                    "checkpoint_seconds", "setup_seconds", "gradient_calls", "forward_passes", "updates")) {
                report.value(name).ifPresent(amount -> resources.put(name, amount));
            }
            return resources;
        }
    }
}
