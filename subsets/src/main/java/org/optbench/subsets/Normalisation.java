package org.optbench.subsets;

import java.util.Arrays;

/**
 * Maps raw values to [0, 1], column by column, with bounds that are stored and can be applied to other rows.
 *
 * <p>
 * A column is one optimizer's (or one component's) value on all tasks. Scaling is never by row: a row scaled to its own minimum and
 * maximum has a 0 and a 1 in it whatever the data, and every set of such rows has discrepancy 1.
 *
 * @param logarithmic whether {@code log10(x + OFFSET)} is taken first
 * @param lower value of each column (after the logarithm) that maps to 0
 * @param upper value of each column that maps to 1
 */
public record Normalisation(boolean logarithmic, double[] lower, double[] upper) {

    /** Added before the logarithm, so that 0 is allowed. */
    public static final double OFFSET = 1e-10;

    /** Which scale is used. */
    public enum Scale {
        /** Minimum and maximum of the column. */
        RAW,
        /** Minimum and maximum of {@code log10(x + OFFSET)}; needs values of at least 0. */
        LOG,
        /**
         * LOG if no value is negative and, in at least half of the columns, the median lies in the lowest tenth of the column's range (the
         * values crowd near the best and the raw scale would not tell them apart); RAW otherwise.
         */
        AUTO
    }

    /** Checks and copies the bounds. */
    public Normalisation {
        lower = lower.clone();
        upper = upper.clone();
        if (lower.length == 0 || lower.length != upper.length) {
            throw new IllegalArgumentException("lower has length " + lower.length + ", upper " + upper.length
                    + ": both need one entry per column. Maybe they were read from different files?");
        }
        for (int j = 0; j < lower.length; j++) {
            if (!(lower[j] <= upper[j]) || Double.isInfinite(lower[j]) || Double.isInfinite(upper[j])) {
                throw new IllegalArgumentException("bounds of column " + j + " are " + lower[j] + " and " + upper[j]
                        + ": they must be finite and ordered. Maybe they are swapped?");
            }
        }
    }

    /** A copy of the lower bounds. */
    @Override
    public double[] lower() {
        return lower.clone();
    }

    /** A copy of the upper bounds. */
    @Override
    public double[] upper() {
        return upper.clone();
    }

    /**
     * Bounds from a matrix {@code [n][d]}.
     *
     * @throws IllegalArgumentException if a value is not finite, or negative where the logarithm was asked for
     */
    public static Normalisation fit(double[][] matrix, Scale scale) {
        double[][] x = Points.finite(matrix);
        boolean log = switch (scale) {
            case RAW -> false;
            case LOG -> true;
            case AUTO -> crowded(x);
        };
        int d = x[0].length;
        double[] lower = new double[d];
        double[] upper = new double[d];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < d; j++) {
                double v = log ? logOf(x[i][j], i, j) : x[i][j];
                lower[j] = Math.min(lower[j], v);
                upper[j] = Math.max(upper[j], v);
            }
        }
        return new Normalisation(log, lower, upper);
    }

    private static boolean crowded(double[][] x) {
        int d = x[0].length;
        int low = 0;
        for (int j = 0; j < d; j++) {
            int dim = j;
            double[] c = Arrays.stream(x).mapToDouble(r -> r[dim]).sorted().toArray();
            if (c[0] < 0.0) {
                return false;
            }
            double median = 0.5 * (c[(c.length - 1) / 2] + c[c.length / 2]);
            if (c[c.length - 1] > c[0] && median - c[0] < 0.1 * (c[c.length - 1] - c[0])) {
                low++;
            }
        }
        return 2 * low >= d;
    }

    private static double logOf(double v, int i, int j) {
        if (v < 0.0) {
            throw new IllegalArgumentException("matrix[" + i + "][" + j + "] is " + v
                    + ": the logarithm needs values of at least 0. Maybe take regrets, or the raw scale?");
        }
        return Math.log10(v + OFFSET);
    }

    /** Applies the bounds; what lies beyond them is clipped to [0, 1], and a column whose bounds are equal becomes 0. */
    public double[][] apply(double[][] matrix) {
        double[][] x = Points.finite(matrix);
        if (x[0].length != lower.length) {
            throw new IllegalArgumentException("matrix has " + x[0].length + " columns, the bounds " + lower.length
                    + ": they must match. Maybe another choice of optimizers?");
        }
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < lower.length; j++) {
                double v = logarithmic ? logOf(x[i][j], i, j) : x[i][j];
                double range = upper[j] - lower[j];
                x[i][j] = range > 0.0 ? Math.max(0.0, Math.min(1.0, (v - lower[j]) / range)) : 0.0;
            }
        }
        return x;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Normalisation other && logarithmic == other.logarithmic && Arrays.equals(lower, other.lower)
                && Arrays.equals(upper, other.upper);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper) + (logarithmic ? 1 : 0);
    }

    @Override
    public String toString() {
        return "Normalisation[" + (logarithmic ? "log10(x + " + OFFSET + ")" : "raw") + ", lower=" + Arrays.toString(lower) + ", upper="
                + Arrays.toString(upper) + "]";
    }
}
