package org.optbench.analysis.stats;

/**
 * Posterior probabilities of a comparison of two optimizers with a region of practical equivalence (rope). Differences are x - y of values to
 * minimise, so that negative differences speak for x.
 *
 * @param firstBetter  probability that the first is practically better
 * @param equivalent   probability that the difference is within the region
 * @param secondBetter probability that the second is practically better
 */
public record BayesianComparison(double firstBetter, double equivalent, double secondBetter) {

    public BayesianComparison {
        if (Math.abs(firstBetter + equivalent + secondBetter - 1) > 1e-9) {
            throw new IllegalArgumentException("the probabilities " + firstBetter + ", " + equivalent + " and " + secondBetter + " do not add up to 1");
        }
    }
}
