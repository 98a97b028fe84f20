package org.optbench.tasks.systems;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskChecks;

/** Every provider of this module passes the contract of task providers. */
class ProviderContractTest {

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicContainer> contracts() {
        TaskContext context = new TaskContext(folder.resolve("data"), folder.resolve("work"), Map.of());
        return ServiceLoader.load(TaskProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getClass().getPackageName().startsWith("org.optbench.tasks.systems"))
                .sorted(Comparator.comparing(TaskProvider::id))
                .map(provider -> DynamicContainer.dynamicContainer(provider.id(), new TaskChecks(provider, context, List.of(), 3).checks().stream()
                        .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run()))));
    }
}
