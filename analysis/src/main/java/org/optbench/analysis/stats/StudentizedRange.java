package org.optbench.analysis.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tukey's studentized range: the range of k independent standard normal variables over an independent estimate of their standard
 * deviation, or, with infinitely many degrees of freedom, the range itself.
 */
public final class StudentizedRange {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double BOUND = 8.5;
    private static final int STEPS = 400;
    private static final int RATIO_STEPS = 200;

    private final int k;
    private final double degreesOfFreedom;

    /** The range itself of {@code k >= 2} variables. */
    public StudentizedRange(int k) {
        this(k, Double.POSITIVE_INFINITY);
    }

    /** The range of {@code k >= 2} variables over an estimate with that many degrees of freedom, at least 2. */
    public StudentizedRange(int k, double degreesOfFreedom) {
        if (!(degreesOfFreedom >= 2)) {
            throw new IllegalArgumentException("the degrees of freedom are " + degreesOfFreedom + ", expected at least 2");
        }
        if (k < 2) {
            throw new IllegalArgumentException("the number of compared optimizers is " + k + ", expected at least 2");
        }
        this.k = k;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /**
     * P(range > q): 1 - k * integral of phi(z) (Phi(z) - Phi(z - q))^(k-1) dz, averaged over the distribution of the estimate.
     *
     * @param q any number; 1 for q at most 0
     */
    public double survivalProbability(double q) {
        if (q <= 0) {
            return 1;
        }
        return degreesOfFreedom == Double.POSITIVE_INFINITY ? survivalOfRange(q) : survivalOfRatio(q);
    }

    /** Over u = log(s^2), whose density is smooth with light tails, again by the trapezoid rule. */
    private double survivalOfRatio(double q) {
        double half = degreesOfFreedom / 2;
        double constant = half * Math.log(half) - org.apache.commons.numbers.gamma.LogGamma.value(half);
        double spread = 9 * Math.sqrt(2 / degreesOfFreedom);
        double from = -spread - 60 / degreesOfFreedom;
        double h = (spread - from) / RATIO_STEPS;
        double mean = 0;
        for (int i = 0; i <= RATIO_STEPS; i++) {
            double u = from + i * h;
            double density = Math.exp(constant + half * (u - Math.exp(u)));
            mean += density * survivalOfRange(q * Math.exp(u / 2));
        }
        return Math.min(1, mean * h);
    }

    private double survivalOfRange(double q) {
        // The trapezoid rule converges geometrically for a smooth integrand that vanishes at both ends.
        double from = -BOUND;
        double to = BOUND + q;
        double h = (to - from) / STEPS;
        double integral = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = from + i * h;
            integral += NORMAL.density(z) * Math.pow(NORMAL.probability(z - q, z), k - 1);
        }
        return Math.min(1, Math.max(0, 1 - k * integral * h));
    }

    /**
     * The q with P(range > q) = alpha.
     *
     * @param alpha in (0, 1)
     */
    public double inverseSurvivalProbability(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("the significance level is " + alpha + ", expected a number in (0, 1).\nMaybe 0.05.");
        }
        double low = 0;
        double high = 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (survivalProbability(middle) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static double normalQuantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }
}
