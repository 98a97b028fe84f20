package org.optbench.optimizers.bayes.numeric;

/**
 * Exponential of non-positive arguments in plain arithmetic: the same bits on every machine, and a fraction of the time of
 * {@link StrictMath#exp(double)}, which dominates the cost of a covariance matrix otherwise.
 *
 * <p>The argument is reduced to {@code |r| <= ln(2)/2} with a two-part ln(2) and the remainder is summed by its Taylor
 * polynomial of degree 13; the relative error is below 4e-16.
 */
public final class FastExp {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double SMALLEST = -708.0;

    private FastExp() {
    }

    /**
     * Returns {@code exp(x)} for {@code x <= 0}; 0 below -708; NaN for NaN.
     *
     * @param x an argument not above 700
     */
    public static double exp(double x) {
        if (x < SMALLEST) {
            return 0.0;
        }
        double scaled = Math.rint(x * LOG2_E);
        double r = (x - scaled * LN2_HIGH) - scaled * LN2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        // Estrin's scheme: short dependency chains, so that several exponentials overlap in the pipeline.
        double p01 = 1.0 + r;
        double p23 = 1.0 / 2 + r * (1.0 / 6);
        double p45 = 1.0 / 24 + r * (1.0 / 120);
        double p67 = 1.0 / 720 + r * (1.0 / 5040);
        double p89 = 1.0 / 40320 + r * (1.0 / 362880);
        double pab = 1.0 / 3628800 + r * (1.0 / 39916800);
        double pcd = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
        double low = (p01 + r2 * p23) + r4 * (p45 + r2 * p67);
        double high = (p89 + r2 * pab) + r4 * pcd;
        double polynomial = low + (r4 * r4) * high;
        return polynomial * Double.longBitsToDouble(((long) scaled + 1023L) << 52);
    }
}
