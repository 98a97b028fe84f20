package org.optbench.optimizers.bayes.numeric;

/** Tables and series for places where millions of normal probabilities and logarithms are needed to six digits, the same on every machine. */
public final class FastNormal {
    private static final double RANGE = 8;
    private static final int CELLS_PER_UNIT = 128;
    private static final double[] CDF = table();
    private static final double LN2 = 0.6931471805599453;

    private FastNormal() {
    }

    private static double[] table() {
        double[] table = new double[(int) (2 * RANGE * CELLS_PER_UNIT) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = Normal.cdf((double) i / CELLS_PER_UNIT - RANGE);
        }
        return table;
    }

    /** Standard normal distribution function, absolute error below 2e-6 (linear interpolation). */
    public static double cdf(double z) {
        if (!(z > -RANGE)) {
            return 0;
        }
        if (z >= RANGE) {
            return 1;
        }
        double position = (z + RANGE) * CELLS_PER_UNIT;
        int cell = (int) position;
        double fraction = position - cell;
        return CDF[cell] + fraction * (CDF[cell + 1] - CDF[cell]);
    }

    /**
     * Natural logarithm of a positive normal number, relative error below 1e-11.
     *
     * @param x positive, finite, not subnormal
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> 52) - 1023;
        double mantissa = Double.longBitsToDouble(bits & 0x000fffffffffffffL | 0x3ff0000000000000L);
        if (mantissa > 1.4142135623730951) {
            mantissa *= 0.5;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        double q = s * s;
        double series = 1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13))))));
        return exponent * LN2 + 2 * s * series;
    }
}
