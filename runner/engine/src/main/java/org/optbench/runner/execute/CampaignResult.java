package org.optbench.runner.execute;

import java.util.List;

/**
 * How an execution of a campaign ended.
 *
 * @param finished runs finished in this execution
 * @param before   runs of the plan that were finished before or by other workers
 * @param failed   runs of the plan that are set aside, in this execution or before, with the reason
 * @param left     runs of the plan that are not finished: stopped, or held by another worker
 */
public record CampaignResult(int finished, int before, List<FailedRun> failed, int left) {

    /** A run that cannot go on. */
    public record FailedRun(String optimizer, String task, long seed, String reason) {
    }

    public CampaignResult {
        failed = List.copyOf(failed);
    }

    public boolean isComplete() {
        return left == 0 && failed.isEmpty();
    }
}
