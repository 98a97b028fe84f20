package org.optbench.analysis.algoperf;

import java.util.List;

/**
 * A workload with its validation target.
 *
 * @param name   unique, such as {@code imagenet_resnet}
 * @param metric name of the validation metric
 * @param target value to reach
 */
public record Workload(String name, String metric, double target) {

    private static final List<String> LOWER_IS_BETTER = List.of("loss", "wer", "ppl");

    public Workload {
        if (name.isBlank() || metric.isBlank() || Double.isNaN(target)) {
            throw new IllegalArgumentException("workload '" + name + "' with metric '" + metric + "' and target " + target
                    + ": a name, a metric and a number are needed");
        }
    }

    /** Whether a value of the metric reaches the target: at most for loss, wer and ppl, at least for all others; NaN never does. */
    public boolean isReachedBy(double value) {
        return LOWER_IS_BETTER.stream().anyMatch(metric::endsWith) ? value <= target : value >= target;
    }
}
