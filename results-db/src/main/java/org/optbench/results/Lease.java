package org.optbench.results;

/**
 * The right to work on a run until it runs out. The attempt number grows with every claim of the run and fences off earlier holders: what they still
 * try to write is refused.
 *
 * @param attempt 1, 2, ...
 * @param worker  id of the holder, such as host, process and thread
 */
public record Lease(RunKey run, int attempt, String worker) {
}
