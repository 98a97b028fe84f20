package org.optbench.runner.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.optbench.model.task.TaskContext;

/**
 * How the runs of a plan are executed; nothing here changes their trials.
 *
 * @param threads    runs at once
 * @param worker     id of this process in the database
 * @param lease      how long a run stays claimed without a heartbeat
 * @param dataFolder downloaded collections
 * @param workFolder for files of runs
 * @param settings   free settings for tasks
 */
public record RunOptions(int threads, String worker, Duration lease, Path dataFolder, Path workFolder, Map<String, String> settings) {

    public RunOptions {
        settings = Map.copyOf(settings);
        if (threads < 1) {
            throw new IllegalArgumentException("Threads " + threads + ": at least 1 is needed.");
        }
    }

    /** The context of a task outside any run, as for listing and planning. */
    public TaskContext taskContext() {
        return new TaskContext(dataFolder, workFolder, settings);
    }

    /** The context of the task of a run. */
    TaskContext taskContext(String runKey) {
        return new TaskContext(dataFolder, workFolder.resolve(runKey.substring(0, 16)), settings);
    }
}
