package org.optbench.analysis.training;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.optbench.model.Direction;
import org.optbench.results.TrialStatus;

/**
 * One trained configuration with all its reports; a trial that went on from another one continues its curve.
 *
 * @param trial         index of the first trial of the configuration
 * @param configuration canonical text
 * @param status        of the last trial of the chain
 * @param epochs        [reports] fidelity reached, ascending
 * @param seconds       [reports] training seconds since the beginning, pauses left out
 * @param values        [reports] the metric in its own direction
 * @param extra         further numbers of the last report, such as {@code state_bytes}
 * @param direction     of the metric
 * @param full          epochs of a whole training
 */
public record LearningCurve(int trial, String configuration, TrialStatus status, double[] epochs, double[] seconds, double[] values,
        Map<String, Double> extra, Direction direction, double full) {

    public LearningCurve {
        extra = Map.copyOf(extra);
        if (epochs.length != seconds.length || epochs.length != values.length) {
            throw new IllegalArgumentException("A curve with " + epochs.length + " epochs, " + seconds.length + " times and " + values.length
                    + " values: there must be as many of each.");
        }
    }

    /** The best value reported; empty without a report. */
    public OptionalDouble best() {
        return direction == Direction.MAXIMIZE ? Arrays.stream(values).max() : Arrays.stream(values).min();
    }

    /** Index of the first report that reaches the target; NaN never does. */
    public OptionalInt reaches(double target) {
        for (int i = 0; i < values.length; i++) {
            if (direction == Direction.MAXIMIZE ? values[i] >= target : values[i] <= target) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether it was stopped, or not taken to the end, by the optimizer or the end of the run. */
    public boolean isCutShort() {
        return status == TrialStatus.STOPPED || status != TrialStatus.FAILED && epochs.length > 0 && epochs[epochs.length - 1] < full;
    }
}
