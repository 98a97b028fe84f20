package org.optbench.runner.plan;

import java.util.List;

/**
 * An optimizer and a task that do not go together.
 *
 * @param optimizer name of the optimizer in the campaign
 * @param reasons   full sentences
 */
public record SkippedPair(String optimizer, String task, List<String> reasons) {

    public SkippedPair {
        reasons = List.copyOf(reasons);
    }
}
