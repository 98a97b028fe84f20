package org.optbench.tasks.synthetic.coco;

/**
 * The non-linear transformations of BBOB (Hansen, Finck, Ros, Auger 2009, section 0.2). The published forms raise to
 * powers what they have just exponentiated; here the exponents are added instead, which is the same number with fewer
 * roundings and less work.
 */
final class Transforms {

    private Transforms() {}

    // sin(t) of t = 10 log x is the cosine of these many turns per unit of log x, less a quarter turn.
    private static final double TURNS = 10.0 / (2.0 * Math.PI);
    private static final double QUARTER = 0.25;

    // Factors of log x on the positive and the negative side, looked up by the sign bit: a branch on it would be mispredicted half of the time.
    private static final double[] FIRST_WAVE = {TURNS, 0.55 * TURNS};
    private static final double[] SECOND_WAVE = {0.79 * TURNS, 0.31 * TURNS};

    private static int side(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 63);
    }

    private static double wave(double log, int side) {
        return 0.049 * (Elementary.cosTurns(FIRST_WAVE[side] * log - QUARTER) + Elementary.cosTurns(SECOND_WAVE[side] * log - QUARTER));
    }

    /** {@code log|T_osz(x)|} for x > 0: log x plus a bounded oscillation. */
    static double oscillatedLog(double logX) {
        return logX + wave(logX, 0);
    }

    /** {@code T_osz}: oscillates about the identity, differently on the two sides of 0. NaN and 0 stay. */
    static double oscillate(double x) {
        return x != 0.0 ? x * Elementary.expNearZero(wave(Elementary.log(Math.abs(x)), side(x))) : x;
    }

    /** {@code T_asy}: {@code x^(1 + slope sqrt(x))} for x > 0, with slope = beta i / (d - 1); the identity else. */
    static double asymmetric(double x, double slope) {
        return x > 0.0 && slope > 0.0 ? x * Elementary.exp(slope * Math.sqrt(x) * Elementary.log(x)) : x;
    }

    /** {@code T_asy(T_osz(x))} with one logarithm. */
    static double oscillateAsymmetric(double x, double slope) {
        if (x == 0.0) {
            return x;
        }
        int side = side(x);
        double log = Elementary.log(Math.abs(x));
        double wave = wave(log, side);
        double oscillated = x * Elementary.expNearZero(wave);
        if (side == 1) {
            return oscillated;
        }
        return oscillated * Elementary.exp(slope * Math.sqrt(oscillated) * (log + wave));
    }

    /** Squared distance outside the box [-5, 5]^d, summed over the coordinates. */
    static double penalty(double[] x) {
        double sum = 0.0;
        for (double v : x) {
            double excess = Math.max(0.0, Math.abs(v) - 5.0);
            sum += excess * excess;
        }
        return sum;
    }

    /** {@code beta i / (d - 1)} for i = 0 .. d - 1. */
    static double[] slopes(double beta, int dimension) {
        double[] slope = new double[dimension];
        for (int i = 1; i < dimension; i++) {
            slope[i] = beta * i / (dimension - 1.0);
        }
        return slope;
    }
}
