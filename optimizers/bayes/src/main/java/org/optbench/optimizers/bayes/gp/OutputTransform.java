package org.optbench.optimizers.bayes.gp;

import java.util.Arrays;
import org.optbench.optimizers.bayes.numeric.Normal;

/** Monotone transforms of observations that make them more like a sample of a Gaussian process; the result is standardised. */
public enum OutputTransform {
    /** Mean 0, variance 1. */
    STANDARDISE {
        @Override
        double[] shape(double[] y) {
            return y.clone();
        }
    },
    /**
     * The power transform of Yeo and Johnson 2000 at its maximum likelihood exponent, limited to exponents up to 1, so that it only
     * ever compresses the bad (large) side.
     */
    POWER {
        @Override
        double[] shape(double[] y) {
            double[] z = standardise(y);
            double best = 1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int step = 0; step <= 40; step++) {
                double lambda = 1 - 0.1 * step;
                double value = yeoJohnsonLikelihood(z, lambda);
                if (value > bestValue + 1e-12) {
                    best = lambda;
                    bestValue = value;
                }
            }
            double[] shaped = new double[z.length];
            for (int i = 0; i < z.length; i++) {
                shaped[i] = yeoJohnson(z[i], best);
            }
            return shaped;
        }
    },
    /** Logarithm of the distance to the best value, softened at a small part of the range: resolves many orders of magnitude. */
    LOG {
        @Override
        double[] shape(double[] y) {
            double least = Arrays.stream(y).min().orElseThrow();
            double[] sorted = y.clone();
            Arrays.sort(sorted);
            double soft = sorted[sorted.length / 2] - least;
            double offset = soft > 0 ? soft * LOG_SOFTENING : 1;
            double[] shaped = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                shaped[i] = StrictMath.log((y[i] - least) / offset + 1);
            }
            return shaped;
        }
    },
    /** Normal scores of the ranks: only the order counts (the Gaussian copula of Salinas, Shen and Perrone 2020). */
    COPULA {
        @Override
        double[] shape(double[] y) {
            int n = y.length;
            double[] sorted = y.clone();
            Arrays.sort(sorted);
            double[] shaped = new double[n];
            for (int i = 0; i < n; i++) {
                int first = lowerBound(sorted, y[i]);
                int last = first;
                while (last + 1 < n && sorted[last + 1] == y[i]) {
                    last++;
                }
                shaped[i] = Normal.quantile((0.5 * (first + last) + 0.5) / n);
            }
            return shaped;
        }
    };

    private static final double LOG_SOFTENING = 0.05;

    abstract double[] shape(double[] y);

    /**
     * Transforms and standardises.
     *
     * @param y finite observations, to minimise; not changed
     * @return values in the same order of size, with mean 0 and variance 1 (all 0 if the observations are equal)
     */
    public double[] apply(double[] y) {
        return standardise(shape(y));
    }

    private static double[] standardise(double[] y) {
        double largest = 0;
        for (double v : y) {
            largest = Math.max(largest, Math.abs(v));
        }
        double unit = largest > 1e100 ? largest : 1; // squares of huge values overflow
        double mean = 0;
        for (double v : y) {
            mean += v / unit / y.length;
        }
        double variance = 0;
        for (double v : y) {
            variance += (v / unit - mean) * (v / unit - mean) / y.length;
        }
        double deviation = Math.sqrt(variance);
        double[] z = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            z[i] = deviation > 0 ? (y[i] / unit - mean) / deviation : 0;
        }
        return z;
    }

    private static double yeoJohnson(double z, double lambda) {
        if (z >= 0) {
            return Math.abs(lambda) < 1e-9 ? StrictMath.log1p(z) : StrictMath.expm1(lambda * StrictMath.log1p(z)) / lambda;
        }
        double mu = 2 - lambda;
        return Math.abs(mu) < 1e-9 ? -StrictMath.log1p(-z) : -StrictMath.expm1(mu * StrictMath.log1p(-z)) / mu;
    }

    private static double yeoJohnsonLikelihood(double[] z, double lambda) {
        int n = z.length;
        double mean = 0;
        double jacobian = 0;
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = yeoJohnson(z[i], lambda);
            mean += t[i] / n;
            jacobian += Math.signum(z[i]) * StrictMath.log1p(Math.abs(z[i]));
        }
        double variance = 0;
        for (double v : t) {
            variance += (v - mean) * (v - mean) / n;
        }
        return -0.5 * n * StrictMath.log(variance) + (lambda - 1) * jacobian;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
