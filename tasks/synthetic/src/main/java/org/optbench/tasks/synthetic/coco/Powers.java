package org.optbench.tasks.synthetic.coco;

/**
 * The sum of different powers, {@code sum |z_i|^(2 + 4 i / (d - 1))} for i = 0 .. d - 1 (f14 of BBOB). Powers are raised by two tables and short
 * polynomials of IEEE operations, the same on every machine; the whole exponents, which are the first and the last and at d = 2, 3 and 5 all, are
 * multiplied out. Relative error of the sum below 1e-13. Immutable.
 */
final class Powers {

    private static final int BITS = 7;
    private static final int BINS = 1 << BITS;
    private static final int MANTISSA = 52;
    private static final long FRACTION = (1L << MANTISSA) - 1;
    private static final long ONE = 0x3FF0_0000_0000_0000L;
    // Within these bounds 2^(exponent log2 z) is a normal number for exponents up to 6.
    private static final double SMALLEST = 1e-20;
    private static final double LARGEST = 1e20;
    private static final double LARGEST_EXPONENT = 6.0;
    // Adding it moves the nearest integer into the low bits of the sum.
    private static final double ROUNDER = 0x1.8p52;
    private static final double LN2 = 6.93147180559945286e-01;
    private static final double PER_LN2 = 1.44269504088896339e+00;
    private static final double[] RECIPROCAL = new double[BINS];
    private static final double[] LOG2 = new double[BINS];
    private static final long[] POWER_BITS = new long[BINS];

    static {
        for (int i = 0; i < BINS; i++) {
            // the middle of a bin of the mantissa; the logarithm is that of the rounded reciprocal, so its rounding costs nothing
            RECIPROCAL[i] = 1.0 / (1.0 + (i + 0.5) / BINS);
            LOG2[i] = -StrictMath.log(RECIPROCAL[i]) * PER_LN2;
            POWER_BITS[i] = Double.doubleToRawLongBits(StrictMath.exp(LN2 * i / BINS));
        }
    }

    private final double[] exponent;
    private final boolean whole;

    /** @param dimension 2 or more */
    Powers(int dimension) {
        exponent = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            exponent[i] = 2.0 + 4.0 * i / (dimension - 1.0);
        }
        whole = 4 % (dimension - 1) == 0;
    }

    /** The sum over {@code z[at] .. z[at + d - 1]}; NaN when one of them is. */
    double sum(double[] z, int at) {
        int last = exponent.length - 1;
        double first = z[at] * z[at];
        double square = z[at + last] * z[at + last];
        double sum = first + square * square * square;
        if (whole) {
            for (int i = 1; i < last; i++) {
                sum += wholePower(Math.abs(z[at + i]), (int) exponent[i]);
            }
        } else {
            for (int i = 1; i < last; i++) {
                sum += power(Math.abs(z[at + i]), exponent[i]);
            }
        }
        return sum;
    }

    private static double wholePower(double z, int exponent) {
        double square = z * z;
        return (exponent & 1) == 0 ? square * square : exponent == 3 ? square * z : square * square * z;
    }

    /** {@code z^exponent} for z of at least 0 and 0 < exponent <= 6, within 1e-13 relative: {@code 2^(exponent log2 z)}. */
    static double power(double z, double exponent) {
        if (!(z >= SMALLEST && z <= LARGEST && exponent <= LARGEST_EXPONENT)) {
            return StrictMath.pow(z, exponent);
        }
        // z = 2^k m: log2 z = k + log2 of the middle of the bin + log2(1 + r), |r| <= 2^-8
        long bits = Double.doubleToRawLongBits(z);
        int bin = (int) (bits >>> MANTISSA - BITS) & BINS - 1;
        double k = (int) (bits >>> MANTISSA) - 1023;
        double r = Double.longBitsToDouble(bits & FRACTION | ONE) * RECIPROCAL[bin] - 1.0;
        double r2 = r * r;
        double tail = (-0.5 + r * (1.0 / 3.0)) + r2 * (-0.25 + r * 0.2 - r2 * (1.0 / 6.0));
        double log = k + LOG2[bin] + PER_LN2 * (r + r2 * tail);
        // 2^t = 2^(n / 128) e^y, |y| <= ln 2 / 256
        double t = exponent * log;
        double rounded = t * BINS + ROUNDER;
        long n = Double.doubleToRawLongBits(rounded);
        double y = LN2 * (t - (rounded - ROUNDER) * (1.0 / BINS));
        double y2 = y * y;
        double growth = y + y2 * ((0.5 + y * (1.0 / 6.0)) + y2 * (1.0 / 24.0 + y * (1.0 / 120.0)));
        double scale = Double.longBitsToDouble(POWER_BITS[(int) n & BINS - 1] + (n >> BITS << MANTISSA));
        return scale + scale * growth;
    }
}
