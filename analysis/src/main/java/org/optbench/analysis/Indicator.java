package org.optbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.optbench.indicators.Hypervolume;
import org.optbench.indicators.Indicators;
import org.optbench.model.Direction;

/** How the front that a run has found on a task with several objectives becomes one number. All but the hypervolume are smaller for better fronts. */
public enum Indicator {
    /** Volume between the front and the stored reference point, in the product of the units of the objectives; maximised. */
    HYPERVOLUME,
    /** See {@link Indicators#igdPlus}; objectives scaled to the range of the stored front. */
    IGD_PLUS,
    /** See {@link Indicators#additiveEpsilon}; objectives scaled to the range of the stored front. */
    EPSILON,
    /** See {@link Indicators#r2}, from the ideal point of the stored front with evenly spread weights; objectives scaled to its range. */
    R2,
    /** See {@link Indicators#spread}: of the front as it is at the moment, which may get worse; objectives scaled to the range of the stored front. */
    SPREAD;

    private static final int WEIGHTS = 100;

    /** Name of the measure. */
    public String label() {
        return switch (this) {
            case HYPERVOLUME -> "hypervolume";
            case IGD_PLUS -> "IGD+";
            case EPSILON -> "additive epsilon";
            case R2 -> "R2";
            case SPREAD -> "spread";
        };
    }

    /** Which values are better. */
    public Direction direction() {
        return this == HYPERVOLUME ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }

    /** Whether a front must be stored for the task. */
    public boolean needsFront() {
        return this != HYPERVOLUME;
    }

    /** The indicator by its name in lower or upper case, with hyphens or underscores. */
    public static Indicator parse(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_').replace("+", "_PLUS");
        for (Indicator indicator : values()) {
            if (indicator.name().equals(wanted) || indicator.name().replace("_", "").equals(wanted)) {
                return indicator;
            }
        }
        throw new IllegalArgumentException("indicator '" + name + "' is not one of " + List.of(values()) + ".");
    }

    /** Computes the indicator of fronts of one task. */
    interface Gauge {

        /** Value of a mutually non-dominated set, shape {@code [n][m]}, to be minimised, at least one point. */
        double of(double[][] front);
    }

    /**
     * The gauge of a task.
     *
     * @param reference point of the hypervolume, [m] to be minimised
     * @param stored    front, shape {@code [n][m]} to be minimised; may be empty when it is not needed
     */
    Gauge gauge(double[] reference, double[][] stored) {
        if (this == HYPERVOLUME) {
            return front -> Hypervolume.of(front, reference);
        }
        int m = stored[0].length;
        double[] ideal = new double[m];
        double[] range = new double[m];
        for (int j = 0; j < m; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] point : stored) {
                low = Math.min(low, point[j]);
                high = Math.max(high, point[j]);
            }
            ideal[j] = low;
            range[j] = high > low ? high - low : 1;
        }
        double[][] goal = scaled(stored, ideal, range);
        double[][] weights = this == R2 ? weights(m) : new double[0][];
        return front -> {
            double[][] points = scaled(front, ideal, range);
            return switch (this) {
                case IGD_PLUS -> Indicators.igdPlus(points, goal);
                case EPSILON -> Indicators.additiveEpsilon(points, goal);
                case R2 -> Indicators.r2(points, weights, new double[m]);
                case SPREAD -> Indicators.spread(points, goal);
                case HYPERVOLUME -> throw new IllegalStateException("the hypervolume is not measured against a front");
            };
        };
    }

    private static double[][] scaled(double[][] points, double[] ideal, double[] range) {
        double[][] scaled = new double[points.length][ideal.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < ideal.length; j++) {
                scaled[i][j] = (points[i][j] - ideal[j]) / range[j];
            }
        }
        return scaled;
    }

    /** All weights that are multiples of 1/h, h as large as gives about a hundred. */
    private static double[][] weights(int m) {
        if (m == 2) {
            return Indicators.uniformWeights2(WEIGHTS);
        }
        int h = 1;
        while (count(h + 1, m) <= WEIGHTS) {
            h++;
        }
        List<double[]> all = new ArrayList<>();
        fill(all, new double[m], 0, h, h);
        return all.toArray(double[][]::new);
    }

    private static double count(int h, int m) {
        double count = 1;
        for (int i = 1; i < m; i++) {
            count = count * (h + i) / i;
        }
        return count;
    }

    private static void fill(List<double[]> all, double[] weight, int at, int left, int h) {
        if (at == weight.length - 1) {
            weight[at] = (double) left / h;
            all.add(weight.clone());
            return;
        }
        for (int i = 0; i <= left; i++) {
            weight[at] = (double) i / h;
            fill(all, weight, at + 1, left - i, h);
        }
    }
}
