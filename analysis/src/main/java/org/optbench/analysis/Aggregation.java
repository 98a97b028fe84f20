package org.optbench.analysis;

import java.util.Arrays;
import org.optbench.analysis.stats.Quantiles;

/** How the runs with different seeds of one optimizer on one task become one number. */
public enum Aggregation {
    /** The median: insensitive to single bad runs and to monotone transformations. */
    MEDIAN,
    /** The mean: infinite as soon as one run found nothing. */
    MEAN;

    /** The aggregate of at least one value. */
    public double of(double[] values) {
        return switch (this) {
            case MEDIAN -> Quantiles.median(values);
            // Sorted, so that the same values give the same mean in any order of the seeds.
            case MEAN -> Arrays.stream(values).sorted().average().orElseThrow();
        };
    }
}
