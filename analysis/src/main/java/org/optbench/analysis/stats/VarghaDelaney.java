package org.optbench.analysis.stats;

import java.util.Arrays;

/** Vargha and Delaney's A (Journal of Educational and Behavioral Statistics 25(2), 2000). */
public final class VarghaDelaney {

    /** The authors' words for the distance of A from one half. */
    public enum Magnitude {
        /** Below 0.06. */
        NEGLIGIBLE,
        /** From 0.06. */
        SMALL,
        /** From 0.14. */
        MEDIUM,
        /** From 0.21. */
        LARGE
    }

    private VarghaDelaney() {
    }

    /**
     * The probability that a value of x is smaller, that is better, than one of y, ties counting half. O((m + n) log (m + n)).
     *
     * @param x at least one value, no NaN
     * @param y at least one value, no NaN
     * @return in {@code [0, 1]}; above 0.5 when x is better
     */
    public static double a12(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            throw new IllegalArgumentException("the samples have " + x.length + " and " + y.length + " values, at least 1 of each is needed");
        }
        double[] both = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        double[] ranks = Ranks.of(both, TiePolicy.AVERAGE);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += ranks[i];
        }
        double larger = (sum - x.length * (x.length + 1.0) / 2) / ((double) x.length * y.length);
        return 1 - larger;
    }

    /** The word for an effect. */
    public static Magnitude magnitude(double a12) {
        double distance = Math.abs(a12 - 0.5);
        if (distance < 0.06) {
            return Magnitude.NEGLIGIBLE;
        }
        if (distance < 0.14) {
            return Magnitude.SMALL;
        }
        return distance < 0.21 ? Magnitude.MEDIUM : Magnitude.LARGE;
    }
}
