package org.optbench.tasks.systems.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.systems.jvm.worker.Kernel;
import org.optbench.tasks.testkit.RecordingProgress;

/** Kernels against known results, and measured runs. */
class JvmTaskTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void kernelsRepeat(Kernel kernel) {
        double first = kernel.run(32);
        assertThat(first).isFinite().isNotZero();
        assertThat(kernel.run(32)).isEqualTo(first);
    }

    @Test
    void transformsForthAndBackGiveTheNumbersBack() {
        // the eighth number of the congruential generator with multiplier 6364136223846793005, increment 1442695040888963407 and seed 12345
        long state = 12_345;
        for (int i = 0; i < 8; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
        }
        assertThat(Kernel.FFT.run(1)).isCloseTo((state >>> 11) * 0x1p-53, within(1e-12));
    }

    @Test
    void aQuarterCircleHasAQuarterOfPi() {
        // standard error of the share 0.00065: five of them
        assertThat(Kernel.MONTE_CARLO.run(1) / 400_000).isCloseTo(Math.PI / 4, within(0.0033));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 100, 256})
    void tilesDoNotChangeTheProduct(int tile) {
        assertThat(Kernel.TILED_PRODUCT.run(tile)).isEqualTo(Kernel.TILED_PRODUCT.run(256));
    }

    @Test
    void flagsFollowTheConfiguration() {
        Configuration defaults = JvmFlags.space(true).defaults();
        assertThat(JvmFlags.options(defaults)).contains("-XX:+UseG1GC", "-Xmx256m", "-Xmn85m", "-XX:+TieredCompilation", "-XX:MaxInlineSize=35");
        Configuration small = JvmFlags.space(true).repair(defaults.with("gc", Value.of("serial")).with("compiler", Value.of("c1")));
        assertThat(JvmFlags.options(small)).contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1").noneMatch(flag -> flag.contains("Inline"))
                .noneMatch(flag -> flag.contains("ParallelGCThreads"));
    }

    @Test
    void aRunIsMeasured() throws Exception {
        try (Task task = open("jvm/lu/time-memory/repeats", Map.of())) {
            Outcome outcome = evaluate(task, task.problem().space().defaults(), 2);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Success.class, success -> {
                assertThat(success.objectives().get(0)).isEqualTo(success.cost().seconds().orElseThrow()).isPositive();
                assertThat(success.objectives().get(1)).isBetween(10.0, 2000.0);
            });
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aRunBeyondTheLimitIsATimeout() throws Exception {
        try (Task task = open("jvm/lu/time/repeats", Map.of("measure_limit", "0.01"))) {
            assertThat(evaluate(task, task.problem().space().defaults(), 20)).isInstanceOfSatisfying(Outcome.Failure.class,
                    failure -> assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT));
        }
    }

    @Test
    @Tag("slow")
    void everyConfigurationIsAcceptedByTheVirtualMachine() throws Exception {
        RandomGenerator random = RandomStreams.of("jvm test").stream("flags");
        try (Task task = open("jvm/tiled-product/time/repeats", Map.of())) {
            for (int i = 0; i < 40; i++) {
                Configuration configuration = task.problem().space().sample(random);
                assertThat(evaluate(task, configuration, 2)).as(configuration.canonicalText()).isInstanceOf(Outcome.Success.class);
            }
        }
    }

    private Task open(String id, Map<String, String> settings) {
        return new JvmTaskProvider().open(TaskId.of(id), new TaskContext(folder.resolve("data"), folder.resolve("work"), settings));
    }

    private Outcome evaluate(Task task, Configuration configuration, double repeats) throws Exception {
        return task.evaluate(new Evaluation(0, configuration, task.problem().fidelities().atPrimary(repeats), 1),
                RecordingProgress.letting(folder.resolve("progress")));
    }

    @Test
    void everyKernelHasFourTasks() {
        List<String> ids = new JvmTaskProvider().catalog(new TaskContext(folder, folder, Map.of())).map(task -> task.id().text()).toList();
        assertThat(ids).hasSize(4 * Kernel.values().length).contains("jvm/tiled-product/time-memory/repeats");
    }
}
