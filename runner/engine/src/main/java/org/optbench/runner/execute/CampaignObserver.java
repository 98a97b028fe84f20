package org.optbench.runner.execute;

import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.run.RunObserver;

/** Is shown how a campaign goes. */
public interface CampaignObserver extends RunObserver {

    /** @param done runs of the plan that were finished before */
    default void begin(CampaignPlan plan, int done) {
    }

    static CampaignObserver none() {
        return new CampaignObserver() {
        };
    }
}
