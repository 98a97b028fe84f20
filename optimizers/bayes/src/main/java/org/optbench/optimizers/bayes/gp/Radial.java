package org.optbench.optimizers.bayes.gp;

import org.optbench.optimizers.bayes.numeric.FastExp;

/** Stationary correlation as a function of the squared scaled distance {@code r^2} (Rasmussen and Williams 2006, section 4.2). */
public enum Radial {
    /** {@code exp(-r^2 / 2)}. */
    RBF {
        @Override
        void evaluate(double[] squared, int n, double[] value, double[] slope) {
            for (int j = 0; j < n; j++) {
                double e = FastExp.exp(-0.5 * squared[j]);
                value[j] = e;
                slope[j] = -0.5 * e;
            }
        }
    },
    /** {@code (1 + sqrt(3) r) exp(-sqrt(3) r)}. */
    MATERN_32 {
        @Override
        void evaluate(double[] squared, int n, double[] value, double[] slope) {
            for (int j = 0; j < n; j++) {
                double r = Math.sqrt(3 * squared[j]);
                double e = FastExp.exp(-r);
                value[j] = (1 + r) * e;
                slope[j] = -1.5 * e;
            }
        }
    },
    /** {@code (1 + sqrt(5) r + 5 r^2 / 3) exp(-sqrt(5) r)}. */
    MATERN_52 {
        @Override
        void evaluate(double[] squared, int n, double[] value, double[] slope) {
            for (int j = 0; j < n; j++) {
                double r2 = 5 * squared[j];
                double r = Math.sqrt(r2);
                double e = FastExp.exp(-r);
                value[j] = (1 + r + r2 * (1.0 / 3)) * e;
                slope[j] = (-5.0 / 6) * (1 + r) * e;
            }
        }
    };

    /**
     * Correlations and their derivatives with respect to {@code r^2}.
     *
     * @param squared squared scaled distances
     * @param n elements used
     * @param value filled with the correlations
     * @param slope filled with the derivatives
     */
    abstract void evaluate(double[] squared, int n, double[] value, double[] slope);
}
