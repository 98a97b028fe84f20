package org.optbench.tasks.systems.support;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * A program that is run with the settings of the configuration in a virtual machine of its own, and measured. Its objectives are the measurements of
 * their names; {@code seconds} is the wall time from start to end where the program does not print it. The cost is the wall time without waiting for other
 * measurements.
 */
public final class MeasuredTask implements Task {

    private final TaskDescription description;
    private final Problem problem;
    private final ForkedJvm program;
    private final Path folder;
    private final Duration limit;
    private final Function<Evaluation, Invocation> invocation;

    /**
     * How the program is started.
     *
     * @param options   of the virtual machine
     * @param arguments of the program
     */
    public record Invocation(List<String> options, List<String> arguments) {

        public Invocation {
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * @param folder for the program's files; each run has its own below
     * @param limit  after which a run is killed and fails
     */
    public MeasuredTask(TaskDescription description, Problem problem, ForkedJvm program, Path folder, Duration limit,
            Function<Evaluation, Invocation> invocation) {
        this.description = description;
        this.problem = problem;
        this.program = program;
        this.folder = folder;
        this.limit = limit;
        this.invocation = invocation;
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
    public Outcome evaluate(Evaluation evaluation, Progress progress) throws IOException, InterruptedException {
        Invocation start = invocation.apply(evaluation);
        Path own = folder.resolve("run-" + evaluation.trial() + "-" + Thread.currentThread().threadId());
        try {
            return switch (program.run(own, start.options(), start.arguments(), limit, progress)) {
                case ForkedJvm.Result.Done done -> outcome(done);
                case ForkedJvm.Result.TimedOut(double seconds) -> failure(FailureKind.TIMEOUT,
                        "Killed after the limit of " + limit.toSeconds() + " seconds.", seconds);
                case ForkedJvm.Result.Cancelled() -> Outcome.failure(FailureKind.CANCELLED, "Killed: the result is not wanted any more.");
                case ForkedJvm.Result.Failed failed -> failure(failed.isOutOfMemory() ? FailureKind.OUT_OF_MEMORY : FailureKind.CRASH,
                        "Ended with exit code " + failed.exitCode() + ": " + failed.output().replace('\n', ' '), failed.seconds());
            };
        } finally {
            ForkedJvm.delete(own);
        }
    }

    private Outcome outcome(ForkedJvm.Result.Done done) {
        List<Double> values = new ArrayList<>();
        for (Objective objective : problem.objectives()) {
            Optional<Double> measured = Optional.ofNullable(done.measurements().get(objective.name()));
            if (measured.isEmpty() && !objective.name().equals("seconds")) {
                return failure(FailureKind.INVALID_RESULT, "The program ended without a measurement of '" + objective.name() + "'.", done.seconds());
            }
            values.add(measured.orElse(done.seconds()));
        }
        return Outcome.of(values, List.of(), Cost.ofSeconds(done.seconds()).with(resources(done.measurements())));
    }

    private static Map<String, Double> resources(Map<String, Double> measurements) {
        return Optional.ofNullable(measurements.get("cpu_seconds")).map(cpu -> Map.of("cpu_seconds", cpu)).orElse(Map.of());
    }

    private static Outcome failure(FailureKind kind, String message, double seconds) {
        return new Outcome.Failure(kind, message, Cost.ofSeconds(seconds), Feedback.none());
    }
}
