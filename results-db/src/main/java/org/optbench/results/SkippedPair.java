package org.optbench.results;

/**
 * An optimizer and a task of a campaign that were not run together.
 *
 * @param variant id of the optimizer variant
 * @param task    id of the task
 * @param reason  full sentences
 */
public record SkippedPair(String variant, String task, String reason) {
}
