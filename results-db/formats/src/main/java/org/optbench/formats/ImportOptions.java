package org.optbench.formats;

import java.util.Optional;

/**
 * Where and how to import.
 *
 * @param campaign  campaign the runs become part of; it is made when it is not there
 * @param optimizer name to give to the optimizer of all runs in place of its own
 * @param tasks     the tasks of this platform
 */
public record ImportOptions(String campaign, Optional<String> optimizer, TaskMatcher tasks) {

    public ImportOptions {
        if (campaign.isBlank() || optimizer.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("Import into campaign '" + campaign + "' with optimizer '" + optimizer.orElse("")
                    + "': names must not be blank.");
        }
    }

    public static ImportOptions into(String campaign) {
        return new ImportOptions(campaign, Optional.empty(), TaskMatcher.none());
    }

    public ImportOptions withTasks(TaskMatcher matcher) {
        return new ImportOptions(campaign, optimizer, matcher);
    }

    public ImportOptions withOptimizer(String name) {
        return new ImportOptions(campaign, Optional.of(name), tasks);
    }
}
