package org.optbench.analysis.stats;

import java.util.Arrays;

/** Sample quantiles by linear interpolation (Hyndman and Fan, 1996, type 7, the default of R and NumPy). */
public final class Quantiles {

    private Quantiles() {
    }

    /**
     * The median.
     *
     * @param values at least one; NaN counts as the largest
     */
    public static double median(double[] values) {
        return of(values, 0.5);
    }

    /**
     * A quantile.
     *
     * @param values      at least one, in any order; NaN counts as the largest
     * @param probability in {@code [0, 1]}
     */
    public static double of(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, probability);
    }

    /** {@link #of} for values that are in ascending order already. */
    public static double ofSorted(double[] sorted, double probability) {
        if (sorted.length == 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("quantile " + probability + " of " + sorted.length
                    + " values: at least one value and a probability in [0, 1] are needed");
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        double low = sorted[below];
        if (fraction == 0) {
            return low;
        }
        double high = sorted[below + 1];
        return low == high ? low : low + fraction * (high - low);
    }
}
