package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.List;

/**
 * Maps values to [0, 1] on a logarithmic scale that is linear near the best one, so that differences between good results count though bad ones are orders of magnitude
 * worse.
 *
 * @param low  becomes 0
 * @param soft distance from it up to which the scale is about linear, positive
 * @param high becomes 1
 */
record Compression(double low, double soft, double high) {

    /** The compression that suits finite values: linear up to the median. */
    static Compression of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> Math.clamp(value, -1e150, 1e150)).sorted().toArray();
        if (sorted.length == 0) {
            return new Compression(0, 1, 1);
        }
        double low = sorted[0];
        double soft = sorted[sorted.length / 2] - low;
        double high = sorted[sorted.length - 1];
        return new Compression(low, soft > 0 ? soft : Math.max(high - low, 1e-300), high > low ? high : low + 1);
    }

    double apply(double value) {
        double above = Math.clamp(value, low, high) - low;
        return Math.clamp(StrictMath.log1p(above / soft) / StrictMath.log1p((high - low) / soft), 0.0, 1.0);
    }

    /** Values of an array {@code [n]}. */
    double[] apply(double[] values) {
        return Arrays.stream(values).map(this::apply).toArray();
    }
}
