package org.optbench.tasks.systems.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

/** Measured runs of the database, whose books the program itself checks. */
class DatabaseTaskTest {

    @TempDir private Path folder;

    @Test
    void aRunIsMeasuredAndCleanedUp() throws Exception {
        try (Task task = open("h2/bank/time-disk/transactions")) {
            assertThat(evaluate(task, task.problem().space().defaults())).isInstanceOfSatisfying(Outcome.Success.class, success -> {
                assertThat(success.objectives().get(0)).isPositive().isLessThan(success.cost().seconds().orElseThrow());
                assertThat(success.objectives().get(1)).isBetween(0.1, 50.0);
                assertThat(success.cost().resources()).containsKey("cpu_seconds");
            });
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void argumentsFollowTheConfiguration() {
        Configuration configuration = DatabaseKnobs.space().defaults().with("storage", Value.of("async")).with("commit_every", Value.of(7L));
        assertThat(DatabaseKnobs.arguments("BANK", 300, configuration)).startsWith("BANK", "async:").endsWith("300", "2", "7", "2")
                .anyMatch(text -> text.contains(";CACHE_SIZE=16384;PAGE_SIZE=4096;WRITE_DELAY=500;"));
    }

    @Test
    void aRunBeyondTheLimitIsATimeout() throws Exception {
        TaskContext hasty = new TaskContext(folder, folder.resolve("work"), Map.of("measure_limit", "0.05"));
        try (Task task = new DatabaseTaskProvider().open(TaskId.of("h2/report/time/full"), hasty)) {
            assertThat(evaluate(task, task.problem().space().defaults())).isInstanceOfSatisfying(Outcome.Failure.class,
                    failure -> assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT));
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    @Tag("slow")
    void everyConfigurationKeepsTheBooks() throws Exception {
        RandomGenerator random = RandomStreams.of("h2 test").stream("settings");
        try (Task task = open("h2/bank/time/transactions")) {
            for (int i = 0; i < 30; i++) {
                Configuration configuration = task.problem().space().sample(random);
                assertThat(evaluate(task, configuration)).as(configuration.canonicalText()).isInstanceOf(Outcome.Success.class);
            }
        }
    }

    private Task open(String id) {
        return new DatabaseTaskProvider().open(TaskId.of(id), new TaskContext(folder, folder.resolve("work"), Map.of()));
    }

    private Outcome evaluate(Task task, Configuration configuration) throws Exception {
        return task.evaluate(new Evaluation(0, configuration, task.problem().fidelities().atPrimary(100), 1),
                RecordingProgress.letting(folder.resolve("progress")));
    }
}
