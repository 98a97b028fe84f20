package org.optbench.runner.campaign;

import java.util.Optional;

/**
 * A selection of tasks.
 *
 * @param selector what selects: an id, a glob over ids, or the name of a list
 * @param kind     how to read the selector
 * @param where    condition over the descriptions that the selected tasks must also meet; empty for all
 * @param budget   limits for these tasks instead of the campaign's
 */
public record TaskSpec(String selector, Kind kind, String where, Optional<BudgetSpec> budget) {

    public enum Kind {
        ID, GLOB, SUBSET
    }

    public static TaskSpec glob(String pattern) {
        return new TaskSpec(pattern, Kind.GLOB, "", Optional.empty());
    }
}
