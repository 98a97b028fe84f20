package org.optbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.runner.execute.RunOptions;
import org.optbench.runner.plan.Planner;
import org.optbench.runner.plan.TaskLists;
import picocli.CommandLine.Option;

/** The options every command that touches tasks or optimizers has, and what they open. */
final class Platform {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Folder of downloaded collections (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path dataFolder;

    @Option(names = "--lists", paramLabel = "DIR", defaultValue = "lists",
            description = "Folder with named lists of tasks, NAME.tasks (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path listFolder;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "A setting for tasks, such as python=/usr/bin/python3 or device=cpu; may be repeated.") private Map<String, String> settings =
                    Map.of();

    /** The options again, for another process. */
    List<String> arguments() {
        List<String> words = new ArrayList<>(List.of("--data", dataFolder.toAbsolutePath().toString(), "--lists", listFolder.toAbsolutePath().toString()));
        settings.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        return words;
    }

    TaskCatalog tasks() {
        return TaskCatalog.load(Platform.class.getClassLoader());
    }

    OptimizerCatalog optimizers() {
        return OptimizerCatalog.load(Platform.class.getClassLoader());
    }

    TaskLists lists(TaskCatalog tasks) {
        return new TaskLists(tasks, listFolder);
    }

    TaskContext context() {
        return new TaskContext(dataFolder, Path.of("results", "work"), settings);
    }

    Planner planner(TaskCatalog tasks) {
        return new Planner(tasks, optimizers(), lists(tasks), context());
    }

    RunOptions runOptions(int threads, Path results, Faults faults) {
        return new RunOptions(threads, Workers.id(), faults.lease(), dataFolder, results.resolve("work"), settings, faults.retries(), false);
    }
}
