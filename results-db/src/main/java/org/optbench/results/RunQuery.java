package org.optbench.results;

import java.util.Set;

/**
 * Which runs to read; an empty set means all.
 *
 * @param campaigns names
 * @param variants  ids of optimizer variants
 * @param tasks     task ids
 * @param statuses  where they stand
 */
public record RunQuery(Set<String> campaigns, Set<String> variants, Set<String> tasks, Set<RunStatus> statuses) {

    public RunQuery {
        campaigns = Set.copyOf(campaigns);
        variants = Set.copyOf(variants);
        tasks = Set.copyOf(tasks);
        statuses = Set.copyOf(statuses);
    }

    public static RunQuery all() {
        return new RunQuery(Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static RunQuery ofCampaign(String name) {
        return new RunQuery(Set.of(name), Set.of(), Set.of(), Set.of());
    }

    public RunQuery withVariants(Set<String> ids) {
        return new RunQuery(campaigns, ids, tasks, statuses);
    }

    public RunQuery withTasks(Set<String> ids) {
        return new RunQuery(campaigns, variants, ids, statuses);
    }

    public RunQuery withStatuses(RunStatus... wanted) {
        return new RunQuery(campaigns, variants, tasks, Set.of(wanted));
    }
}
