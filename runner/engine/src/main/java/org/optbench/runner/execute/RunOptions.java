package org.optbench.runner.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.optbench.model.task.TaskContext;
import org.optbench.runner.run.RetryPolicy;

/**
 * How the runs of a plan are executed; nothing here changes their trials.
 *
 * @param threads    runs at once
 * @param worker     id of this process in the database
 * @param lease      how long a run stays claimed without a heartbeat
 * @param dataFolder downloaded collections
 * @param workFolder for files of runs
 * @param settings   free settings for tasks
 * @param retries    what is tried again after a failure
 * @param isShared   whether other processes work on the same campaign: runs are claimed as they come, and those of workers that die are waited for
 */
public record RunOptions(int threads, String worker, Duration lease, Path dataFolder, Path workFolder, Map<String, String> settings, RetryPolicy retries,
        boolean isShared) {

    public RunOptions {
        settings = Map.copyOf(settings);
        if (threads < 1) {
            throw new IllegalArgumentException("Threads " + threads + ": at least 1 is needed.");
        }
        if (lease.toMillis() < 100) {
            throw new IllegalArgumentException("Lease of " + lease.toMillis() + " ms: at least 100 ms are needed.");
        }
    }

    /** Options of a process that works alone, with the standard retries. */
    public RunOptions(int threads, String worker, Duration lease, Path dataFolder, Path workFolder, Map<String, String> settings) {
        this(threads, worker, lease, dataFolder, workFolder, settings, RetryPolicy.standard(), false);
    }

    public RunOptions withRetries(RetryPolicy policy) {
        return new RunOptions(threads, worker, lease, dataFolder, workFolder, settings, policy, isShared);
    }

    /** The options of one of several processes that work on the same campaign. */
    public RunOptions shared() {
        return new RunOptions(threads, worker, lease, dataFolder, workFolder, settings, retries, true);
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
