package org.optbench.analysis.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Percentile bootstrap (Efron, 1979). Reproducible from the generator. */
public final class Bootstrap {

    /**
     * A confidence interval.
     *
     * @param lower lower end, in the unit of the statistic
     * @param upper upper end
     */
    public record Interval(double lower, double upper) {
    }

    private Bootstrap() {
    }

    /**
     * Interval of a statistic of one sample.
     *
     * @param sample     at least one value
     * @param statistic  of an array that it may reorder
     * @param resamples  at least 1; 1000 or more for a 95 % interval
     * @param confidence in (0, 1)
     */
    public static Interval interval(double[] sample, ToDoubleFunction<double[]> statistic, int resamples, double confidence,
            RandomGenerator random) {
        requireConfidence(confidence);
        if (sample.length == 0 || resamples < 1) {
            throw new IllegalArgumentException("a bootstrap of " + sample.length + " values with " + resamples
                    + " resamples: at least 1 of each is needed");
        }
        double[] values = new double[resamples];
        double[] drawn = new double[sample.length];
        for (int b = 0; b < resamples; b++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sample[random.nextInt(sample.length)];
            }
            values[b] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        double tail = (1 - confidence) / 2;
        return new Interval(Quantiles.ofSorted(values, tail), Quantiles.ofSorted(values, 1 - tail));
    }

    /**
     * Pointwise band of the mean curve of several runs; whole runs are resampled, so that the dependence along a curve is kept.
     *
     * @param curves     shape {@code [runs][points]}, at least one run
     * @param resamples  at least 1
     * @param confidence in (0, 1)
     * @return shape {@code [2][points]}: lower and upper; NaN where any run is NaN
     */
    public static double[][] meanBand(double[][] curves, int resamples, double confidence, RandomGenerator random) {
        requireConfidence(confidence);
        int runs = curves.length;
        int points = curves[0].length;
        double[][] means = new double[points][resamples];
        int[] count = new int[runs];
        for (int b = 0; b < resamples; b++) {
            Arrays.fill(count, 0);
            for (int i = 0; i < runs; i++) {
                count[random.nextInt(runs)]++;
            }
            for (int r = 0; r < runs; r++) {
                if (count[r] > 0) {
                    for (int p = 0; p < points; p++) {
                        means[p][b] += count[r] * curves[r][p] / runs;
                    }
                }
            }
        }
        double tail = (1 - confidence) / 2;
        double[][] band = new double[2][points];
        for (int p = 0; p < points; p++) {
            boolean missing = Double.isNaN(Arrays.stream(means[p]).sum());
            Arrays.sort(means[p]);
            band[0][p] = missing ? Double.NaN : Quantiles.ofSorted(means[p], tail);
            band[1][p] = missing ? Double.NaN : Quantiles.ofSorted(means[p], 1 - tail);
        }
        return band;
    }

    private static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("the confidence is " + confidence + ", expected a number in (0, 1).\nMaybe 0.95.");
        }
    }
}
