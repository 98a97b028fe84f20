package org.optbench.analysis.stats;

import java.util.Arrays;

/**
 * The median of a sample with the distribution-free confidence interval between two order statistics (Thompson, 1936).
 *
 * @param median   the median
 * @param lower    lower end
 * @param upper    upper end
 * @param coverage exact confidence of the interval for a continuous distribution; below what was asked for when even the whole range of a
 *                 small sample does not reach it: with n values it is 1 - 2^(1-n) at most
 */
public record MedianInterval(double median, double lower, double upper, double coverage) {

    /**
     * The narrowest symmetric interval that reaches the confidence, or the whole range.
     *
     * @param values     at least one; sorted by this method
     * @param confidence in (0, 1)
     */
    public static MedianInterval of(double[] values, double confidence) {
        Arrays.sort(values);
        int n = values.length;
        // tail = P(Binomial(n, 1/2) <= cut): what lies beyond the order statistic of index cut, on one side.
        double term = Math.pow(0.5, n);
        double tail = term;
        int cut = 0;
        if (n <= 1000) {
            while (cut + 1 < (n + 1) / 2) {
                double next = term * (n - cut) / (cut + 1);
                if (2 * (tail + next) > 1 - confidence) {
                    break;
                }
                term = next;
                tail += next;
                cut++;
            }
        } else {
            cut = (int) Math.floor(n / 2.0 - StudentizedRange.normalQuantile((1 + confidence) / 2) * Math.sqrt(n) / 2) - 1;
            tail = (1 - confidence) / 2;
        }
        return new MedianInterval(Quantiles.ofSorted(values, 0.5), values[cut], values[n - 1 - cut], Math.max(0, 1 - 2 * tail));
    }
}
