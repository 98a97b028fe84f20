package org.optbench.tasks.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;

/** The contract of a task provider as JUnit tests: extend it and name the provider. */
public abstract class TaskContract {

    /** The provider under test. */
    protected abstract TaskProvider provider();

    /** The context that tasks are opened with; by default a temporary folder and no settings. */
    protected TaskContext context() {
        try {
            Path folder = Files.createTempDirectory("task-contract");
            folder.toFile().deleteOnExit();
            return new TaskContext(folder.resolve("data"), folder.resolve("work"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids to open and evaluate; empty to let the suite spread its choice over the catalogue. */
    protected List<String> samples() {
        return List.of();
    }

    /** Random configurations evaluated per task; lower it for slow tasks. */
    protected int configurations() {
        return 6;
    }

    @TestFactory
    Stream<DynamicTest> contract() {
        return new TaskChecks(provider(), context(), samples(), configurations()).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run()));
    }
}
