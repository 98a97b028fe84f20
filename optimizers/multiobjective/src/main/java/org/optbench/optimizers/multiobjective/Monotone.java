package org.optbench.optimizers.multiobjective;

import java.util.Arrays;
import java.util.Comparator;

/** A monotone transform known at some values, read off anywhere: linear in between, and beyond with the mean slope. */
final class Monotone {

    private final double[] from;
    private final double[] to;

    /**
     * A transform.
     *
     * @param raw         values, at least one
     * @param transformed what they became
     */
    Monotone(double[] raw, double[] transformed) {
        Integer[] order = new Integer[raw.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> raw[i]));
        from = Arrays.stream(order).mapToDouble(i -> raw[i]).toArray();
        to = Arrays.stream(order).mapToDouble(i -> transformed[i]).toArray();
    }

    /** The transformed value. */
    double at(double value) {
        int last = from.length - 1;
        if (value <= from[0] || value >= from[last]) {
            int end = value <= from[0] ? 0 : last;
            double run = from[last] - from[0];
            double slope = run > 0 && Double.isFinite(run) ? (to[last] - to[0]) / run : 0;
            return to[end] + slope * (value - from[end]);
        }
        int at = Arrays.binarySearch(from, value);
        if (at >= 0) {
            return to[at];
        }
        int right = -at - 1;
        double part = (value / 2 - from[right - 1] / 2) / (from[right] / 2 - from[right - 1] / 2);
        return to[right - 1] + part * (to[right] - to[right - 1]);
    }
}
