package org.optbench.model;

import java.util.List;

/**
 * One evaluation of a suggestion, as an optimizer is told of it.
 *
 * @param index        0, 1, ... in the order of the suggestions of a run
 * @param seed         seed that the evaluation was given
 * @param measurements reports from inside the evaluation in their order; empty for most tasks
 */
public record Trial(int index, Suggestion suggestion, long seed, Outcome outcome, List<Measurement> measurements) {

    public Trial {
        measurements = List.copyOf(measurements);
        if (index < 0) {
            throw new IllegalArgumentException("Trial index " + index + ": it must be 0 or above.");
        }
    }
}
