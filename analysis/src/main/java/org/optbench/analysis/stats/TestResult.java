package org.optbench.analysis.stats;

/**
 * The outcome of a statistical test.
 *
 * @param test      name of the test
 * @param statistic value of the statistic named in the method that made it; may be infinite
 * @param p         probability of a statistic at least as extreme when there is no difference, in {@code [0, 1]}
 */
public record TestResult(String test, double statistic, double p) {

    public TestResult {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("the p-value of " + test + " is " + p + ", expected a number in [0, 1]");
        }
    }
}
