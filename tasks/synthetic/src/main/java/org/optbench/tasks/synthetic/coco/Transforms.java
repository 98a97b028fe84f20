package org.optbench.tasks.synthetic.coco;

/**
 * The non-linear transformations of BBOB (Hansen, Finck, Ros, Auger 2009, section 0.2). The published forms raise to
 * powers what they have just exponentiated; here the exponents are added instead, which is the same number with fewer
 * roundings and less work.
 */
final class Transforms {

    private Transforms() {}

    /** {@code log|T_osz(x)|} for x > 0: log x plus a bounded oscillation. */
    static double oscillatedLog(double logX) {
        double t = 10.0 * logX;
        return logX + 0.049 * (StrictMath.sin(t) + StrictMath.sin(0.79 * t));
    }

    /** {@code T_osz}: oscillates about the identity, differently on the two sides of 0. NaN and 0 stay. */
    static double oscillate(double x) {
        if (x > 0.0) {
            double t = 10.0 * StrictMath.log(x);
            return x * StrictMath.exp(0.049 * (StrictMath.sin(t) + StrictMath.sin(0.79 * t)));
        }
        if (x < 0.0) {
            double t = 10.0 * StrictMath.log(-x);
            return x * StrictMath.exp(0.049 * (StrictMath.sin(0.55 * t) + StrictMath.sin(0.31 * t)));
        }
        return x;
    }

    /** {@code T_asy}: {@code x^(1 + slope sqrt(x))} for x > 0, with slope = beta i / (d - 1); the identity else. */
    static double asymmetric(double x, double slope) {
        return x > 0.0 && slope > 0.0 ? x * StrictMath.exp(slope * Math.sqrt(x) * StrictMath.log(x)) : x;
    }

    /** {@code T_asy(T_osz(x))} with one logarithm. */
    static double oscillateAsymmetric(double x, double slope) {
        if (x > 0.0) {
            double log = oscillatedLog(StrictMath.log(x));
            double root = StrictMath.exp(0.5 * log);
            return root * root * StrictMath.exp(slope * root * log);
        }
        return oscillate(x);
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

    private static final double TWO_PI = 2.0 * Math.PI;

    /**
     * {@code cos(2 pi t)} from IEEE operations only, hence the same everywhere and free of branches: t is reduced
     * exactly by its nearest integer and folded into a quarter turn, where a Taylor polynomial of degree 20 is good to
     * 2e-17. Exact at multiples of a half turn; absolute error below 3e-16 elsewhere. NaN and infinities give NaN.
     */
    static double cosTurns(double t) {
        double r = Math.abs(t - Math.rint(t));
        double a = TWO_PI * Math.min(r, 0.5 - r);
        double s = a * a;
        double tail = 1.0 / 2432902008176640000.0;
        tail = tail * s - 1.0 / 6402373705728000.0;
        tail = tail * s + 1.0 / 20922789888000.0;
        tail = tail * s - 1.0 / 87178291200.0;
        tail = tail * s + 1.0 / 479001600.0;
        tail = tail * s - 1.0 / 3628800.0;
        tail = tail * s + 1.0 / 40320.0;
        tail = tail * s - 1.0 / 720.0;
        tail = tail * s + 1.0 / 24.0;
        double cosine = 1.0 - 0.5 * s + s * s * tail;
        return r > 0.25 ? -cosine : cosine;
    }
}
