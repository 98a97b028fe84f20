package org.optbench.cli;

import org.optbench.results.ResultStore;
import org.optbench.runner.plan.CampaignPlan;

/** Frees the runs of processes of this machine that died, so that a restart does not wait for their leases to run out. */
final class StaleRuns {

    private StaleRuns() {
    }

    static void release(ResultStore store, CampaignPlan plan) {
        store.expire(plan.campaign().name(), Workers::isDead);
    }
}
