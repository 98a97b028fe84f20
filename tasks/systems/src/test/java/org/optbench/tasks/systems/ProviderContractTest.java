package org.optbench.tasks.systems;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskChecks;

/** Every provider of this module passes the contract of task providers. */
class ProviderContractTest {

    /** Measured collections, and the tasks that stand for them. */
    private static final Map<String, List<String>> MEASURED = Map.of("jvm", List.of("jvm/lu/time/repeats", "jvm/maps/time-memory/full"), "h2",
            List.of("h2/lookup/time-disk/transactions", "h2/bank/time/full"));

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicContainer> computed() {
        return contracts().filter(provider -> !MEASURED.containsKey(provider.id())).map(provider -> contract(provider, List.of()));
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicContainer> measured() {
        return contracts().filter(provider -> MEASURED.containsKey(provider.id()))
                .map(provider -> contract(provider, MEASURED.getOrDefault(provider.id(), List.of())));
    }

    private static Stream<TaskProvider> contracts() {
        return ServiceLoader.load(TaskProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getClass().getPackageName().startsWith("org.optbench.tasks.systems"))
                .sorted(Comparator.comparing(TaskProvider::id));
    }

    private DynamicContainer contract(TaskProvider provider, List<String> samples) {
        TaskContext context = new TaskContext(folder.resolve("data"), folder.resolve("work"), Map.of());
        return DynamicContainer.dynamicContainer(provider.id(), new TaskChecks(provider, context, samples, 2).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run())));
    }
}
