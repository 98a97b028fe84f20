package org.optbench.optimizers.bayes.gp;

/**
 * Kumaraswamy distribution function {@code w(x) = 1 - (1 - x^a)^b} as a monotone warp of [0, 1] (Snoek et al. 2014, Input Warping for
 * Bayesian Optimization of Non-stationary Functions, with Kumaraswamy's in place of the beta distribution).
 */
final class InputWarp {
    private static final double EDGE = 1e-9;

    private InputWarp() {
    }

    /** The warped coordinate; inputs are moved {@code 1e-9} inside the interval. */
    static double warp(double x, double a, double b) {
        double clipped = Math.min(Math.max(x, EDGE), 1 - EDGE);
        double logX = StrictMath.log(clipped);
        double tail = -StrictMath.expm1(a * logX);
        return -StrictMath.expm1(b * StrictMath.log(tail));
    }

    /** Derivatives {@code {dw/dx, dw/dlog a, dw/dlog b}}. */
    static void derivatives(double x, double a, double b, double[] out) {
        double clipped = Math.min(Math.max(x, EDGE), 1 - EDGE);
        double logX = StrictMath.log(clipped);
        double power = StrictMath.exp(a * logX);
        double logTail = StrictMath.log(-StrictMath.expm1(a * logX));
        double common = b * StrictMath.exp((b - 1) * logTail) * power;
        out[0] = common * a / clipped;
        out[1] = common * a * logX;
        out[2] = -b * logTail * StrictMath.exp(b * logTail);
    }
}
