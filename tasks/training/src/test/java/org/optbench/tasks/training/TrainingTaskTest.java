package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

class TrainingTaskTest {

    @TempDir Path folder;

    @AfterAll
    static void endWorkers() {
        WorkerPool.shared().closeIdle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"train/clicks-dlrm/smoke", "train/graphs-gnn/smoke", "train/phantom-unet/smoke", "train/fashion-mlp/smoke"})
    void trainsAWorkloadEndToEnd(String id) throws Exception {
        try (Task task = open(id, Map.of())) {
            RecordingProgress progress = RecordingProgress.letting(folder.resolve("checkpoints"));
            Outcome outcome = task.evaluate(new Evaluation(0, task.problem().space().defaults(), Fidelity.of("epochs", 3), 5), progress);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Success.class, success -> {
                assertThat(success.objectives()).containsExactlyElementsOf(progress.reports().getLast().objectives());
                assertThat(success.cost().seconds()).matches(seconds -> seconds.isPresent() && seconds.getAsDouble() > 0);
                assertThat(success.cost().resources()).containsKeys("state_bytes", "gradient_calls", "evaluation_seconds", "setup_seconds");
            });
            assertThat(progress.reports()).extracting(report -> report.at().level("epochs")).containsExactly(1.0, 2.0, 3.0);
            double first = progress.reports().getFirst().extra().get("train_loss");
            double last = progress.reports().getLast().extra().get("train_loss");
            assertThat(last).isLessThan(first);
        }
    }

    @Test
    void pausedAndResumedItIsBitIdenticalToAnUndisturbedRun() throws Exception {
        try (Task task = open("train/clicks-dlrm/smoke", Map.of())) {
            Configuration configuration = task.problem().space().defaults();
            RecordingProgress undisturbed = RecordingProgress.letting(folder.resolve("a"));
            task.evaluate(new Evaluation(0, configuration, Fidelity.of("epochs", 3), 11), undisturbed);

            RecordingProgress before = new RecordingProgress(folder.resolve("b"), _ -> Verdict.PAUSE, false);
            Outcome paused = task.evaluate(new Evaluation(0, configuration, Fidelity.of("epochs", 3), 11), before);
            assertThat(paused).isInstanceOfSatisfying(Outcome.Interrupted.class, interrupted -> assertThat(interrupted.paused()).isTrue());
            RecordingProgress after = RecordingProgress.letting(folder.resolve("b"));
            task.evaluate(new Evaluation(4, configuration, Fidelity.of("epochs", 3), 99,
                    Optional.of(new Evaluation.Resumed(0, Fidelity.of("epochs", 1), 11))), after);

            assertThat(losses(before)).containsExactlyElementsOf(losses(undisturbed).subList(0, 1));
            assertThat(losses(after)).containsExactlyElementsOf(losses(undisturbed).subList(1, 3));
        }
    }

    @Test
    void killedAndStartedAgainItIsBitIdenticalToAnUndisturbedRun() throws Exception {
        try (Task task = open("train/graphs-gnn/smoke", Map.of())) {
            Configuration configuration = task.problem().space().defaults();
            RecordingProgress undisturbed = RecordingProgress.letting(folder.resolve("a"));
            task.evaluate(new Evaluation(0, configuration, Fidelity.of("epochs", 3), 11), undisturbed);

            // The thread of the evaluation is interrupted after the first report: the worker is killed without a word.
            Path checkpoints = folder.resolve("b");
            Progress killing = new KillingProgress(RecordingProgress.letting(checkpoints));
            Outcome killed = CompletableFuture.supplyAsync(() -> {
                try {
                    return task.evaluate(new Evaluation(0, configuration, Fidelity.of("epochs", 3), 11), killing);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).get();
            assertThat(killed).isInstanceOfSatisfying(Outcome.Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED));
            assertThat(Files.exists(checkpoints.resolve("trial-0").resolve("checkpoint.pt"))).isTrue();

            RecordingProgress again = RecordingProgress.letting(checkpoints);
            task.evaluate(new Evaluation(0, configuration, Fidelity.of("epochs", 3), 11), again);
            assertThat(losses(again)).containsExactlyElementsOf(losses(undisturbed));
        }
    }

    @Test
    void divergenceIsNotANumberAndTheWorkerServesTheNextTrial() throws Exception {
        try (Task task = open("train/clicks-dlrm/smoke/algorithm=nesterov/variant=embedding-init", Map.of())) {
            Configuration defaults = task.problem().space().defaults();
            Configuration wild = defaults.with("lr", Value.of(3.0)).with("one_minus_momentum", Value.of(0.005)).with("schedule", Value.of("constant"))
                    .with("warmup_fraction", Value.of(0.0)).with("batch_size", Value.of("16"));
            Outcome outcome = task.evaluate(new Evaluation(0, wild, Fidelity.of("epochs", 3), 0), RecordingProgress.letting(folder.resolve("c")));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.NOT_A_NUMBER);
                assertThat(failure.message()).contains("loss").contains("not finite");
            });
            Outcome next = task.evaluate(new Evaluation(1, defaults, Fidelity.of("epochs", 1), 0), RecordingProgress.letting(folder.resolve("c")));
            assertThat(next).isInstanceOf(Outcome.Success.class);
        }
    }

    @Test
    void memoryBeyondTheBoundIsOutOfMemory() throws Exception {
        try (Task task = open("train/clicks-dlrm/cpu", Map.of("memory_mib", "60", "worker", "one-shot"))) {
            Outcome outcome = task.evaluate(new Evaluation(0, task.problem().space().defaults(), Fidelity.of("epochs", 1), 3),
                    RecordingProgress.letting(folder.resolve("c")));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY));
        }
    }

    @Test
    void aTrialBeyondItsTimeIsKilledWithItsWorker() throws Exception {
        try (Task task = open("train/clicks-dlrm/cpu", Map.of("timeout_seconds", "1.5"))) {
            long before = workers();
            Outcome outcome = task.evaluate(new Evaluation(0, task.problem().space().defaults(), Fidelity.of("epochs", 9), 3),
                    RecordingProgress.letting(folder.resolve("c")));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                assertThat(failure.message()).contains("1.5 s");
            });
            assertThat(workers()).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void anyAlgorithmIsChosenByAConditionalSpace() throws Exception {
        try (Task task = open("train/clicks-dlrm/smoke/algorithm=any", Map.of())) {
            SplittableRandom random = new SplittableRandom(1);
            Configuration muon = task.problem().space().sample(random);
            for (int draws = 0; draws < 1000 && !"muon".equals(muon.active().get("algorithm") instanceof Value.ChoiceValue(String name) ? name : ""); draws++) {
                muon = task.problem().space().sample(random);
            }
            assertThat(muon.active()).containsKey("muon.lr").doesNotContainKey("adamw.lr");
            Outcome outcome = task.evaluate(new Evaluation(0, muon, Fidelity.of("epochs", 1), 3), RecordingProgress.letting(folder.resolve("c")));
            assertThat(outcome).isInstanceOf(Outcome.Success.class);
        }
    }

    private static long workers() {
        return ProcessHandle.current().descendants().filter(handle -> handle.info().command().orElse("").contains("python")).count();
    }

    private static List<Double> losses(RecordingProgress progress) {
        return progress.reports().stream().map(Measurement::extra).map(extra -> extra.get("train_loss")).toList();
    }

    private Task open(String id, Map<String, String> settings) {
        TaskContext context = Torch.context(folder, settings);
        Torch.assume(context);
        TrainingTaskProvider provider = new TrainingTaskProvider();
        TaskId task = TaskId.of(id);
        assumeTrue(provider.describe(task, context).orElseThrow().isAvailable(), () -> "Not available: " + provider.describe(task, context));
        return provider.open(task, context);
    }

    /** Interrupts the evaluation's own thread at its first report. */
    private record KillingProgress(RecordingProgress inner) implements Progress {

        @Override
        public Verdict report(Measurement measurement) {
            Verdict verdict = inner.report(measurement);
            Thread.currentThread().interrupt();
            return verdict;
        }

        @Override
        public void log(String line) {
            inner.log(line);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Path checkpoints(int trial) {
            return inner.checkpoints(trial);
        }
    }
}
