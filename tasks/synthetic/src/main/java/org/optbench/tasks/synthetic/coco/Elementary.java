package org.optbench.tasks.synthetic.coco;

/**
 * Elementary functions of IEEE additions, multiplications and divisions only. Java evaluates these the same on every machine, so the results are as
 * reproducible as those of {@link StrictMath}, in a third of the time: the compiler inlines them and overlaps one coordinate with the next.
 */
final class Elementary {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double PER_LN2 = 1.44269504088896338700e+00;
    private static final long EXPONENT = 0xFFF0_0000_0000_0000L;
    private static final long SQRT_HALF = 0x3FE6_A09E_667F_3BCDL;
    // Taylor coefficients of the sine.
    private static final double S3 = -1.0 / 6.0;
    private static final double S5 = 1.0 / 120.0;
    private static final double S7 = -1.0 / 5040.0;
    private static final double S9 = 1.0 / 362880.0;
    private static final double S11 = -1.0 / 39916800.0;
    private static final double S13 = 1.0 / 6227020800.0;
    private static final double S15 = -1.0 / 1307674368000.0;
    private static final double S17 = 1.0 / 355687428096000.0;
    private static final double S19 = -1.0 / 121645100408832000.0;
    private static final double S21 = 1.0 / 51090942171709440000.0;
    private static final double LARGEST_EXPONENT = 700.0;

    private Elementary() {
    }

    /**
     * {@code cos(2 pi t)} as the sine of the distance to the nearest quarter turn, by a Taylor polynomial of degree 21, good to 2e-18 before rounding.
     * The reduction by the nearest integer is exact, so large arguments lose nothing; nothing branches. Absolute error below 4e-16. NaN and infinities
     * give NaN.
     */
    static double cosTurns(double t) {
        double a = TWO_PI * (0.25 - Math.abs(t - Math.rint(t)));
        double s = a * a;
        double s2 = s * s;
        double s4 = s2 * s2;
        // Estrin's scheme: short chains in place of one long one.
        double low = (S3 + s * S5) + s2 * (S7 + s * S9);
        double middle = (S11 + s * S13) + s2 * (S15 + s * S17);
        double high = S19 + s * S21;
        return a + a * s * (low + s4 * (middle + s4 * high));
    }

    /** Natural logarithm within 1 ulp. */
    static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        // x = 2^k m with m in [sqrt(1/2), sqrt(2)), by integers alone.
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - SQRT_HALF;
        double k = above >> 52;
        double m = Double.longBitsToDouble(bits - (above & EXPONENT));
        // log m = 2 artanh s in powers of s^2, minimax on |s| <= 0.1716 (constants of fdlibm).
        double f = m - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - ((half - (s * (half + even + odd) + k * LN2_LOW)) - f);
    }

    /** {@code e^x} within 2 ulp. */
    static double exp(double x) {
        if (!(Math.abs(x) <= LARGEST_EXPONENT)) {
            return StrictMath.exp(x);
        }
        double k = Math.rint(x * PER_LN2);
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
        double middle = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0));
        double high = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0));
        double value = 1.0 + (r + r2 * (low + r4 * (middle + r4 * high)));
        return value * Double.longBitsToDouble((long) k + 1023L << 52);
    }

    /** {@code e^x} for |x| of at most 0.1, within 1 ulp. */
    static double expNearZero(double x) {
        double x2 = x * x;
        double low = (0.5 + x * (1.0 / 6.0)) + x2 * (1.0 / 24.0 + x * (1.0 / 120.0));
        double high = (1.0 / 720.0 + x * (1.0 / 5040.0)) + x2 * (1.0 / 40320.0 + x * (1.0 / 362880.0));
        return 1.0 + (x + x2 * (low + x2 * x2 * high));
    }
}
