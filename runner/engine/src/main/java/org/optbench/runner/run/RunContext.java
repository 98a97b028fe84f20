package org.optbench.runner.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.task.Task;
import org.optbench.optimizer.Optimizer;
import org.optbench.results.RunEvent;
import org.optbench.results.RunWriter;
import org.optbench.runner.plan.PlannedRun;

/**
 * What a run is made of.
 *
 * @param history        recorded calls of an earlier attempt, to repeat
 * @param shouldStop     whether the platform was told to stop
 * @param workFolder     for checkpoints of the run's trials
 * @param retries        of trials that fail
 * @param observer       is shown the progress; its methods must return soon
 */
record RunContext(PlannedRun plan, Task task, Optimizer optimizer, List<RunEvent> history, RunWriter writer, BooleanSupplier shouldStop, Path workFolder,
        RunObserver observer, RetryPolicy retries) {

    private static final long PAUSE_NANOS = 20_000_000;

    /** The outcome of an evaluation over its limit. */
    Outcome timeout() {
        return Outcome.failure(FailureKind.TIMEOUT, "The evaluation took longer than its limit of " + plan.trialTimeLimit().toMillis() / 1000.0
                + " s. Maybe raise trialTimeLimit in the campaign.");
    }

    /** Whether a trial is to be evaluated again after this outcome; waits before it says so. What was reported already is not reported again. */
    boolean isRetried(Running trial, Outcome outcome) {
        if (!(outcome instanceof Outcome.Failure failure) || trial.retries >= retries.of(failure.kind())) {
            return false;
        }
        long end = System.nanoTime() + retries.pause(trial.retries).toNanos();
        while (System.nanoTime() < end && !shouldStop.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        trial.retries++;
        trial.pendingReports.clear();
        trial.alreadyReported = trial.measurements.size();
        return true;
    }

    /** What happens when the optimizer does not return from a call: the run fails, on the thread that takes over. */
    Watchdog.Takeover hung(String call, Consumer<Runnable> takeover) {
        return () -> takeover.accept(() -> {
            throw new RunFailure("The optimizer did not return from " + call + " within " + plan.askTimeLimit().toMillis() / 1000.0
                    + " s. Maybe raise askTimeLimit in the campaign.", null);
        });
    }
}
