package org.optbench.results;

/**
 * How far a campaign is.
 *
 * @param open     runs nobody holds
 * @param running  runs that somebody holds
 * @param done     finished runs
 * @param poisoned runs set aside
 * @param trials   trials of the finished runs
 * @param failures of these, failed ones
 */
public record CampaignProgress(long open, long running, long done, long poisoned, long trials, long failures) {

    public long runs() {
        return open + running + done + poisoned;
    }
}
