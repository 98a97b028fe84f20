package org.optbench.optimizer;

import org.optbench.model.Suggestion;

/**
 * A trial that is being evaluated, as reports name it.
 *
 * @param index      index of the trial in its run
 * @param suggestion what is evaluated
 */
public record RunningTrial(int index, Suggestion suggestion) {
}
