package org.optbench.runner.plan;

import java.util.List;
import org.optbench.runner.campaign.CampaignSpec;

/**
 * The runs a campaign stands for, in the order they are started, and the pairs that are left out.
 *
 * @param tasks number of tasks selected, also those that every optimizer skips
 */
public record CampaignPlan(CampaignSpec campaign, int tasks, List<PlannedRun> runs, List<SkippedPair> skipped) {

    public CampaignPlan {
        runs = List.copyOf(runs);
        skipped = List.copyOf(skipped);
    }
}
