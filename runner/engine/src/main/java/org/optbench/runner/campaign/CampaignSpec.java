package org.optbench.runner.campaign;

import java.time.Duration;
import java.util.List;

/**
 * What a campaign runs: every optimizer on every task with every seed.
 *
 * @param name           names the campaign in the database; letters, digits and - _ .
 * @param description    free text for the report
 * @param budget         limits of each run
 * @param workers        parallel evaluations inside a run
 * @param trialTimeLimit wall time after which an evaluation is given up and recorded as a time-out
 * @param askTimeLimit   wall time after which an optimizer that does not answer fails its run
 */
public record CampaignSpec(String name, String description, SeedSpec seeds, BudgetSpec budget, WorkerSpec workers, Duration trialTimeLimit,
        Duration askTimeLimit, List<OptimizerSpec> optimizers, List<TaskSpec> tasks) {

    /** Version of the campaign file that this program reads. */
    public static final int SCHEMA = 1;

    public CampaignSpec {
        optimizers = List.copyOf(optimizers);
        tasks = List.copyOf(tasks);
    }
}
