package org.optbench.runner.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
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
}
