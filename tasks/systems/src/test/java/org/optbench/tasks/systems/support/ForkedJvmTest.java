package org.optbench.tasks.systems.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;
import org.optbench.model.task.TaskContext;
import org.optbench.tasks.testkit.RecordingProgress;

/** Forks end, fail, hang and are killed with their children. */
class ForkedJvmTest {

    @TempDir private Path folder;

    private final ForkedJvm program = new ForkedJvm(List.of(ForkedJvm.locate(ForkedMain.class), ForkedJvm.locate(ForkedJvm.class)),
            ForkedMain.class.getName());

    @Test
    void measurementsAreRead() throws Exception {
        ForkedJvm.Result result = run(Duration.ofMinutes(1), progress(false), "measure");
        assertThat(result).isInstanceOfSatisfying(ForkedJvm.Result.Done.class, done -> {
            assertThat(done.measurements()).containsEntry("answer", 42.5);
            assertThat(done.measurements().get("memory_mb")).isBetween(5.0, 2000.0);
            assertThat(done.seconds()).isPositive();
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failuresSayWhatWasWritten() throws Exception {
        assertThat(run(Duration.ofMinutes(1), progress(false), "fail")).isInstanceOfSatisfying(ForkedJvm.Result.Failed.class, failed -> {
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.output()).contains("failed on purpose");
            assertThat(failed.isOutOfMemory()).isFalse();
        });
    }

    @Test
    void outOfMemoryIsTold() throws Exception {
        assertThat(run(Duration.ofMinutes(1), progress(false), "memory")).isInstanceOfSatisfying(ForkedJvm.Result.Failed.class,
                failed -> assertThat(failed.isOutOfMemory()).isTrue());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHangingProgramIsKilledWithItsChild() throws Exception {
        Path number = folder.resolve("child");
        // the limit must outlast the start of the fork on a loaded machine: it is raised until the child was there
        for (int seconds = 2; !Files.exists(number); seconds *= 2) {
            assertThat(run(Duration.ofSeconds(seconds), progress(false), "hang", number.toString())).isInstanceOf(ForkedJvm.Result.TimedOut.class);
        }
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(number))).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aResultThatIsNotWantedIsNotWaitedFor() throws Exception {
        assertThat(run(Duration.ofMinutes(1), progress(true), "hang", folder.resolve("child").toString()))
                .isInstanceOf(ForkedJvm.Result.Cancelled.class);
    }

    @Test
    void theLimitIsRead() {
        assertThat(MeasureLimit.of(new TaskContext(folder, folder, Map.of()))).isEqualTo(Duration.ofMinutes(1));
        assertThat(MeasureLimit.of(new TaskContext(folder, folder, Map.of("measure_limit", "2.5")))).isEqualTo(Duration.ofMillis(2500));
        assertThatThrownBy(() -> MeasureLimit.of(new TaskContext(folder, folder, Map.of("measure_limit", "soon")))).hasMessageContaining("soon")
                .hasMessageContaining("Maybe");
    }

    private ForkedJvm.Result run(Duration limit, Progress progress, String... arguments) throws IOException, InterruptedException {
        return program.run(folder, List.of("-Xmx64m"), List.of(arguments), limit, progress);
    }

    private Progress progress(boolean cancelled) {
        return new RecordingProgress(folder, _ -> Verdict.CONTINUE, cancelled);
    }
}
