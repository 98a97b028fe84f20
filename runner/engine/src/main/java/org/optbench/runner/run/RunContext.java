package org.optbench.runner.run;

import java.nio.file.Path;
import java.util.List;
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
 * @param observer       is shown the progress; its methods must return soon
 */
record RunContext(PlannedRun plan, Task task, Optimizer optimizer, List<RunEvent> history, RunWriter writer, BooleanSupplier shouldStop, Path workFolder,
        RunObserver observer) {

    /** The outcome of an evaluation over its limit. */
    Outcome timeout() {
        return Outcome.failure(FailureKind.TIMEOUT, "The evaluation took longer than its limit of " + plan.trialTimeLimit().toMillis() / 1000.0
                + " s. Maybe raise trialTimeLimit in the campaign.");
    }

    /** What happens when the optimizer does not return from a call: the run fails, on the thread that takes over. */
    Watchdog.Takeover hung(String call, Consumer<Runnable> takeover) {
        return () -> takeover.accept(() -> {
            throw new RunFailure("The optimizer did not return from " + call + " within " + plan.askTimeLimit().toMillis() / 1000.0
                    + " s. Maybe raise askTimeLimit in the campaign.", null);
        });
    }
}
