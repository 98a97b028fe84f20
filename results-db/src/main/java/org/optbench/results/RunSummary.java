package org.optbench.results;

/**
 * How a finished run ended.
 *
 * @param ending          why it ended: the limit reached, {@code target}, {@code exhausted}, ...
 * @param trials          trials recorded
 * @param failures        of these, failed ones
 * @param fullEvaluations full-evaluation equivalents spent
 * @param seconds         seconds on the task's clock from the start of the run to the last result
 */
public record RunSummary(String ending, int trials, int failures, double fullEvaluations, double seconds) {

    public RunSummary {
        if (trials < 0 || failures < 0 || failures > trials) {
            throw new IllegalArgumentException("Run with " + trials + " trials and " + failures + " failures: 0 <= failures <= trials is needed.");
        }
    }
}
