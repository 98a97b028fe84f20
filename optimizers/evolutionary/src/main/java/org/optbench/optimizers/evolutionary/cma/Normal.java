package org.optbench.optimizers.evolutionary.cma;

/** The standard normal distribution. */
final class Normal {

    private static final double DENSITY_AT_ZERO = 0.3989422804014327;
    private static final double FAR = 8;

    private Normal() {
    }

    /** Probability below x, absolute error below 1e-14: Marsaglia, "Evaluating the Normal Distribution" (2004). */
    static double cdf(double x) {
        if (x < -FAR) {
            return 0;
        }
        if (x > FAR) {
            return 1;
        }
        double term = x;
        double sum = x;
        double last = 0;
        for (int i = 3; sum != last; i += 2) {
            last = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * DENSITY_AT_ZERO * StrictMath.exp(-0.5 * x * x);
    }

    /** The x with probability p below it, p in (0, 1): bisection, then Newton steps on {@link #cdf}. */
    static double quantile(double p) {
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double x = (low + high) / 2;
        for (int i = 0; i < 3; i++) {
            double density = DENSITY_AT_ZERO * StrictMath.exp(-0.5 * x * x);
            if (density > 1e-12) {
                x = Math.clamp(x - (cdf(x) - p) / density, low - 1e-6, high + 1e-6);
            }
        }
        return x;
    }
}
