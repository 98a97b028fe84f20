package org.optbench.optimizers.bayes.numeric;

/**
 * The standard normal distribution, with tails that stay accurate in the logarithm.
 *
 * <p>The scaled complementary error function is a Chebyshev series of {@code (1 + 2 x) erfcx(x)} in
 * {@code t = (x - 3.75) / (x + 3.75)} (the transformation of Shepherd and Laframboise 1981), fitted for this class; its relative
 * error is below 1e-14 on [0, 1e6].
 */
public final class Normal {
    /** {@code log(sqrt(2 pi))}. */
    public static final double LOG_SQRT_2PI = 0.9189385332046727;
    private static final double SQRT_2 = 1.4142135623730951;
    private static final double SQRT_HALF_PI = 1.2533141373155003;
    private static final double[] ERFCX = {1.17757893456739926e+00, -4.59005458064637266e-03, -8.42491333665161546e-02, 5.92099399981922056e-02,
            -2.66586684353040150e-02, 9.07499767070521143e-03, -2.41316354041635215e-03, 4.90775836525507761e-04, -6.91697330242344526e-05,
            4.13902798582866998e-06, 7.74038306909457751e-07, -2.18864010870800192e-07, 1.07649992855843435e-08, 4.52195942859390764e-09,
            -7.75440800970356590e-10, -6.31811835526744316e-11, 2.86870306022118890e-11, 1.94209129100234041e-13, -9.66184693297677519e-13,
            3.21629185272138398e-14, 3.27684352636297980e-14, -2.01026266627814238e-15, -1.56963247065876056e-15};

    private Normal() {
    }

    /** Scaled complementary error function {@code exp(x^2) erfc(x)} for {@code x >= 0}. */
    public static double erfcx(double x) {
        double t = (x - 3.75) / (x + 3.75);
        double b1 = 0;
        double b2 = 0;
        for (int i = ERFCX.length - 1; i > 0; i--) {
            double b = 2 * t * b1 - b2 + ERFCX[i];
            b2 = b1;
            b1 = b;
        }
        return (t * b1 - b2 + ERFCX[0]) / (1 + 2 * x);
    }

    /** Density at {@code z}. */
    public static double pdf(double z) {
        return StrictMath.exp(-0.5 * z * z - LOG_SQRT_2PI);
    }

    /** Probability of a value not above {@code z}; relative accuracy in the lower tail. */
    public static double cdf(double z) {
        if (z <= 0) {
            return 0.5 * erfcx(-z / SQRT_2) * StrictMath.exp(-0.5 * z * z);
        }
        return 1 - 0.5 * erfcx(z / SQRT_2) * StrictMath.exp(-0.5 * z * z);
    }

    /** Logarithm of {@link #cdf(double)}, finite for any finite {@code z}. */
    public static double logCdf(double z) {
        if (z <= 0) {
            return StrictMath.log(0.5 * erfcx(-z / SQRT_2)) - 0.5 * z * z;
        }
        return StrictMath.log1p(-0.5 * erfcx(z / SQRT_2) * StrictMath.exp(-0.5 * z * z));
    }

    /** Ratio {@code cdf(z) / pdf(z)}; grows without bound for positive {@code z}. */
    public static double millsRatio(double z) {
        if (z <= 0) {
            return SQRT_HALF_PI * erfcx(-z / SQRT_2);
        }
        return cdf(z) / pdf(z);
    }

    /**
     * Quantile by Acklam's rational start and two Halley steps.
     *
     * @param p probability in (0, 1); 0 and 1 give the infinities
     */
    public static double quantile(double p) {
        if (Double.isNaN(p) || p < 0 || p > 1) {
            throw new IllegalArgumentException("probability " + p + " is not in [0, 1]. Maybe a quantile was passed for a probability.");
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double z = quantileStart(p);
        for (int step = 0; step < 2; step++) {
            double error = (cdf(z) - p) / pdf(z);
            z -= error / (1 + 0.5 * z * error);
        }
        return z;
    }

    private static double quantileStart(double p) {
        if (p < 0.02425) {
            double q = StrictMath.sqrt(-2 * StrictMath.log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q - 2.549732539343734e+00) * q
                    + 4.374664141464968e+00) * q + 2.938163982698783e+00)
                    / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q + 3.754408661907416e+00) * q + 1);
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r + 1.383577518672690e+02) * r
                - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r + 6.680131188771972e+01) * r
                        - 1.328068155288572e+01) * r + 1);
    }
}
