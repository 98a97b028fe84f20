package org.optbench.tasks.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.optbench.model.task.Availability;
import org.optbench.model.task.TaskContext;

/** What the tests need of the machine. */
final class Torch {

    private Torch() {
    }

    /** A context with settings for short tests. */
    static TaskContext context(Path folder, Map<String, String> settings) {
        TreeMap<String, String> all = new TreeMap<>(Map.of("device", "cpu", "timeout_seconds", "240", "silence_seconds", "200"));
        all.putAll(settings);
        return new TaskContext(folder.resolve("data"), folder.resolve("work"), all);
    }

    /** Skips the test, with the command that gets it, where no interpreter has torch. */
    static void assume(TaskContext context) {
        Availability availability = PythonInstallation.availability(context);
        String reason = availability instanceof Availability.Missing missing ? missing.reason() + " Maybe run: " + missing.remedy() : "";
        assumeTrue(reason.isEmpty(), reason);
    }

    /** Skips the test where there is no Python at all. */
    static void assumePython(TaskContext context) {
        assumeTrue(PythonInstallation.find(context).isPresent(), "No Python interpreter. Maybe run: apt-get install python3");
    }
}
