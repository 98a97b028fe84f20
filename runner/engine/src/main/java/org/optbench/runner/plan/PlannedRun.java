package org.optbench.runner.plan;

import java.time.Duration;
import org.optbench.model.Budget;
import org.optbench.model.task.TaskDescription;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.results.TaskSnapshot;
import org.optbench.runner.campaign.WorkerSpec;

/**
 * One optimizer on one task with one seed.
 *
 * @param key            SHA-256 in hexadecimal over everything that determines the trials, and the optimizer's name
 * @param streamKey      from which the random streams derive: SHA-256 in hexadecimal over everything that determines the trials
 * @param snapshot       facts of the task for the record
 * @param optimizerName  name of the variant in reports
 * @param trialTimeLimit wall time of an evaluation
 * @param askTimeLimit   wall time of an answer of the optimizer
 */
public record PlannedRun(String key, String streamKey, String optimizerName, OptimizerVariant variant, TaskDescription task,
        TaskSnapshot snapshot, Budget budget, WorkerSpec workers, long seed,
        Duration trialTimeLimit, Duration askTimeLimit) {
}
