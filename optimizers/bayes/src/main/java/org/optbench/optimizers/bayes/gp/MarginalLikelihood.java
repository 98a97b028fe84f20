package org.optbench.optimizers.bayes.gp;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.optbench.optimizers.bayes.numeric.Cholesky;
import org.optbench.optimizers.bayes.numeric.DifferentiableFunction;

/**
 * Negative log posterior of the hyperparameters: marginal likelihood (Rasmussen and Williams 2006, equations 5.8 and 5.9) plus priors.
 *
 * <p>The constant mean is profiled out (generalised least squares), so it has no place in the argument, which is
 * {@code [log lengthscales, log amplitude, log noise, (log a, log b) of each warpable feature]}.
 */
final class MarginalLikelihood implements DifferentiableFunction {
    private final KernelShape shape;
    private final Priors priors;
    private final boolean warping;
    private final double[][] columns;
    private final double[] y;
    private final int n;
    private final int groups;
    private final double[][] warped;
    private final double[][] correlation;
    private final double[][] slope;
    private final DMatrixRMaj covariance;

    /**
     * Binds the data.
     *
     * @param columns features {@code [features][n]}
     * @param y observations {@code [n]}
     */
    MarginalLikelihood(KernelShape shape, Priors priors, boolean warping, double[][] columns, double[] y) {
        this.shape = shape;
        this.priors = priors;
        this.warping = warping;
        this.columns = columns;
        this.y = y;
        n = y.length;
        groups = shape.groups();
        warped = new double[shape.features()][];
        correlation = triangle(n);
        slope = triangle(n);
        covariance = new DMatrixRMaj(n, n);
    }

    private static double[][] triangle(int n) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[i + 1];
        }
        return rows;
    }

    /** Length of the argument. */
    int dimension() {
        return groups + 2 + (warping ? 2 * warpedFeatures() : 0);
    }

    private int warpedFeatures() {
        int count = 0;
        for (boolean w : shape.warpable()) {
            count += w ? 1 : 0;
        }
        return count;
    }

    /** The hyperparameters at an argument. */
    Hyperparameters decode(double[] theta) {
        double[] lengthscales = new double[groups];
        for (int g = 0; g < groups; g++) {
            lengthscales[g] = StrictMath.exp(theta[g]);
        }
        double[][] warps = new double[warping ? shape.features() : 0][];
        int at = groups + 2;
        for (int f = 0; f < warps.length; f++) {
            warps[f] = new double[]{1, 1};
            if (shape.warpable()[f]) {
                warps[f] = new double[]{StrictMath.exp(theta[at]), StrictMath.exp(theta[at + 1])};
                at += 2;
            }
        }
        return new Hyperparameters(lengthscales, StrictMath.exp(theta[groups]), StrictMath.exp(theta[groups + 1]), warps);
    }

    /** The argument of given hyperparameters. */
    double[] encode(Hyperparameters h) {
        double[] theta = new double[dimension()];
        for (int g = 0; g < groups; g++) {
            theta[g] = StrictMath.log(h.lengthscales()[g]);
        }
        theta[groups] = StrictMath.log(h.amplitude());
        theta[groups + 1] = StrictMath.log(h.noise());
        int at = groups + 2;
        for (int f = 0; warping && f < shape.features(); f++) {
            if (shape.warpable()[f]) {
                theta[at] = h.warped() ? StrictMath.log(h.warps()[f][0]) : 0;
                theta[at + 1] = h.warped() ? StrictMath.log(h.warps()[f][1]) : 0;
                at += 2;
            }
        }
        return theta;
    }

    /** Prior of each element of the argument. */
    LogNormalPrior prior(int index) {
        if (index < groups) {
            return priors.lengthscale();
        }
        return index == groups ? priors.amplitude() : index == groups + 1 ? priors.noise() : priors.warp();
    }

    @Override
    public double value(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0);
        Hyperparameters h = decode(theta);
        fillWarped(h);
        fillCovariance(h);
        Cholesky cholesky = Cholesky.of(covariance);
        if (cholesky.size() < n) {
            return Double.POSITIVE_INFINITY;
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[][] inverse = cholesky.inverseLower();
        double[] kOnes = symmetricMultiply(inverse, ones);
        double[] alpha = symmetricMultiply(inverse, y);
        double mean = sum(alpha) / sum(kOnes);
        double quadratic = 0;
        for (int i = 0; i < n; i++) {
            alpha[i] -= mean * kOnes[i];
            quadratic += alpha[i] * (y[i] - mean);
        }
        double value = 0.5 * quadratic + 0.5 * cholesky.logDeterminant() + n * 0.9189385332046727;
        addGradient(h, inverse, alpha, gradient);
        for (int i = 0; i < theta.length; i++) {
            LogNormalPrior prior = prior(i);
            value += prior.penalty(theta[i]);
            gradient[i] += prior.slope(theta[i]);
        }
        return value;
    }

    private void fillWarped(Hyperparameters h) {
        for (int f = 0; f < warped.length; f++) {
            warped[f] = columns[f];
            if (h.warped() && shape.warpable()[f]) {
                double[] column = new double[n];
                for (int i = 0; i < n; i++) {
                    column[i] = InputWarp.warp(columns[f][i], h.warps()[f][0], h.warps()[f][1]);
                }
                warped[f] = column;
            }
        }
    }

    private void fillCovariance(Hyperparameters h) {
        double[] squared = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(squared, 0, i, 0);
            for (int f = 0; f < warped.length; f++) {
                double l = h.lengthscales()[shape.group()[f]];
                addSquared(squared, i, 1 / (l * l), warped[f], warped[f][i]);
            }
            shape.radial().evaluate(squared, i, correlation[i], slope[i]);
            correlation[i][i] = 1;
            int at = i * n;
            for (int j = 0; j < i; j++) {
                double value = h.amplitude() * correlation[i][j];
                covariance.data[at + j] = value;
                covariance.data[j * n + i] = value;
            }
            covariance.data[at + i] = h.amplitude() + h.noise();
        }
    }

    static void addSquared(double[] squared, int to, double weight, double[] column, double at) {
        for (int j = 0; j < to; j++) {
            double difference = column[j] - at;
            squared[j] += weight * difference * difference;
        }
    }

    private void addGradient(Hyperparameters h, double[][] inverse, double[] alpha, double[] gradient) {
        double amplitudeSum = 0;
        double trace = 0;
        double[] position = new double[n];
        // Turn the inverse into dL/d(r^2) in place: one pass, then one weighted sum of squared differences a feature.
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            double[] k = correlation[i];
            double[] dk = slope[i];
            double a = alpha[i];
            for (int j = 0; j < i; j++) {
                double g = row[j] - a * alpha[j];
                amplitudeSum += g * k[j];
                row[j] = g * dk[j] * h.amplitude();
            }
            trace += row[i] - a * a;
        }
        gradient[groups] = h.amplitude() * (amplitudeSum + 0.5 * trace);
        gradient[groups + 1] = 0.5 * h.noise() * trace;
        int at = groups + 2;
        double[] derivatives = new double[3];
        for (int f = 0; f < warped.length; f++) {
            double l = h.lengthscales()[shape.group()[f]];
            double weight = 1 / (l * l);
            double sum = 0;
            for (int i = 1; i < n; i++) {
                sum += weightedSquares(inverse[i], warped[f], i);
            }
            gradient[shape.group()[f]] -= 2 * weight * sum;
            if (h.warped() && shape.warpable()[f]) {
                positionGradient(inverse, warped[f], 2 * weight, position);
                for (int i = 0; i < n; i++) {
                    InputWarp.derivatives(columns[f][i], h.warps()[f][0], h.warps()[f][1], derivatives);
                    gradient[at] += position[i] * derivatives[1];
                    gradient[at + 1] += position[i] * derivatives[2];
                }
                at += 2;
            }
        }
    }

    private static double weightedSquares(double[] weights, double[] column, int i) {
        double x = column[i];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < i; j += 4) {
            double d0 = column[j] - x;
            double d1 = column[j + 1] - x;
            double d2 = column[j + 2] - x;
            double d3 = column[j + 3] - x;
            s0 += weights[j] * (d0 * d0);
            s1 += weights[j + 1] * (d1 * d1);
            s2 += weights[j + 2] * (d2 * d2);
            s3 += weights[j + 3] * (d3 * d3);
        }
        for (; j < i; j++) {
            double d = column[j] - x;
            s0 += weights[j] * (d * d);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private void positionGradient(double[][] weights, double[] column, double scale, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 1; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < i; j++) {
                double term = scale * weights[i][j] * (column[i] - column[j]);
                sum += term;
                out[j] -= term;
            }
            out[i] += sum;
        }
    }

    private static double[] symmetricMultiply(double[][] lower, double[] v) {
        int n = v.length;
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = lower[i];
            double sum = row[i] * v[i];
            double vi = v[i];
            for (int j = 0; j < i; j++) {
                sum += row[j] * v[j];
                result[j] += row[j] * vi;
            }
            result[i] += sum;
        }
        return result;
    }

    private static double sum(double[] v) {
        double sum = 0;
        for (double e : v) {
            sum += e;
        }
        return sum;
    }
}
