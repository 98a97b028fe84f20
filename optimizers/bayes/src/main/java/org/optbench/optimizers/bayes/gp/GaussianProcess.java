package org.optbench.optimizers.bayes.gp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.optbench.optimizers.bayes.numeric.Cholesky;
import org.optbench.optimizers.bayes.numeric.InverseFactor;

/**
 * Posterior of an exact Gaussian process with constant mean, given data and hyperparameters (Rasmussen and Williams 2006, algorithm
 * 2.1). Immutable: {@link #with} returns an extended process that shares the factor. Safe for concurrent reading.
 */
public final class GaussianProcess {
    private static final double LEAST_VARIANCE = 1e-14;

    private final KernelShape shape;
    private final Hyperparameters hyperparameters;
    private final double[] weights;
    private final double[][] points;
    private final double[][] columns;
    private final double[] y;
    private final InverseFactor factor;
    private final double mean;
    private final double[] alpha;

    private GaussianProcess(KernelShape shape, Hyperparameters hyperparameters, double[] weights, double[][] points, double[][] columns, double[] y,
            InverseFactor factor) {
        this.shape = shape;
        this.hyperparameters = hyperparameters;
        this.weights = weights;
        this.points = points;
        this.columns = columns;
        this.y = y;
        this.factor = factor;
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        double[] kOnes = factor.solve(ones);
        double[] solved = factor.solve(y);
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < y.length; i++) {
            numerator += solved[i];
            denominator += kOnes[i];
        }
        mean = denominator > 0 ? numerator / denominator : 0;
        alpha = solved;
        for (int i = 0; i < y.length; i++) {
            alpha[i] -= mean * kOnes[i];
        }
    }

    /**
     * Conditions on data.
     *
     * @param points features {@code [n][features]}, at least one point
     * @param y observations {@code [n]}, finite
     * @throws IllegalArgumentException if the covariance is not positive definite even with enlarged noise, or sizes differ
     */
    public static GaussianProcess condition(KernelShape shape, Hyperparameters hyperparameters, double[][] points, double[] y) {
        if (points.length == 0 || points.length != y.length) {
            throw new IllegalArgumentException(points.length + " points and " + y.length
                    + " observations: there must be as many, and at least one. Maybe no trial has succeeded yet.");
        }
        double[] weights = weights(shape, hyperparameters);
        double[][] warpedPoints = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            warpedPoints[i] = warp(shape, hyperparameters, points[i]);
        }
        double[][] columns = transpose(warpedPoints, shape.features());
        double noise = hyperparameters.noise();
        for (int attempt = 0; attempt < 6; attempt++) {
            Cholesky cholesky = Cholesky.of(covariance(shape, hyperparameters, weights, columns, noise));
            if (cholesky.size() == y.length) {
                return new GaussianProcess(shape, hyperparameters, weights, warpedPoints, columns, y.clone(), InverseFactor.of(cholesky));
            }
            noise = Math.max(noise * 10, 1e-10 * hyperparameters.amplitude());
        }
        throw new IllegalArgumentException("covariance of " + y.length + " points is not positive definite. Maybe a feature is NaN or infinite.");
    }

    private static double[] weights(KernelShape shape, Hyperparameters h) {
        double[] weights = new double[shape.features()];
        for (int f = 0; f < weights.length; f++) {
            double l = h.lengthscales()[shape.group()[f]];
            weights[f] = 1 / (l * l);
        }
        return weights;
    }

    private static double[] warp(KernelShape shape, Hyperparameters h, double[] point) {
        double[] result = point.clone();
        for (int f = 0; h.warped() && f < result.length; f++) {
            if (shape.warpable()[f]) {
                result[f] = InputWarp.warp(point[f], h.warps()[f][0], h.warps()[f][1]);
            }
        }
        return result;
    }

    static double[][] transpose(double[][] points, int features) {
        double[][] columns = new double[features][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int f = 0; f < features; f++) {
                columns[f][i] = points[i][f];
            }
        }
        return columns;
    }

    /** The covariance matrix of the points. */
    private static DMatrixRMaj covariance(KernelShape shape, Hyperparameters h, double[] weights, double[][] columns, double noise) {
        int n = columns[0].length;
        DMatrixRMaj k = new DMatrixRMaj(n, n);
        double[] squared = new double[n];
        double[] value = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(squared, 0);
            for (int f = 0; f < columns.length; f++) {
                MarginalLikelihood.addSquared(squared, i, weights[f], columns[f], columns[f][i]);
            }
            shape.radial().evaluate(squared, i, value, slope);
            for (int j = 0; j < i; j++) {
                k.data[i * n + j] = h.amplitude() * value[j];
                k.data[j * n + i] = k.data[i * n + j];
            }
            k.data[i * n + i] = h.amplitude() + noise;
        }
        return k;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        int n = matrix.getNumRows();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOfRange(matrix.data, i * n, (i + 1) * n);
        }
        return rows;
    }

    /** The process after one more observation, with the same hyperparameters; O(n^2). */
    public GaussianProcess with(double[] point, double observation) {
        int n = y.length;
        double[] warped = warp(shape, hyperparameters, point);
        double[] column = new double[n];
        covariances(warped, column, new double[n]);
        double[][] morePoints = Arrays.copyOf(points, n + 1);
        morePoints[n] = warped;
        double[][] moreColumns = new double[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            moreColumns[f] = Arrays.copyOf(columns[f], n + 1);
            moreColumns[f][n] = warped[f];
        }
        double[] moreY = Arrays.copyOf(y, n + 1);
        moreY[n] = observation;
        double prior = hyperparameters.amplitude() + hyperparameters.noise();
        return new GaussianProcess(shape, hyperparameters, weights, morePoints, moreColumns, moreY,
                factor.append(column, prior, 0.5 * hyperparameters.noise() + 1e-10 * hyperparameters.amplitude()));
    }

    /**
     * The process over the same points with other observations; O(n^2).
     *
     * @param observations as many as there are points
     */
    public GaussianProcess withObservations(double[] observations) {
        if (observations.length != y.length) {
            throw new IllegalArgumentException(observations.length + " observations of " + y.length + " points: there must be as many. Maybe failed "
                    + "trials were left out.");
        }
        return new GaussianProcess(shape, hyperparameters, weights, points, columns, observations.clone(), factor);
    }

    /** The process over the same points and observations, taken as free of noise. */
    public GaussianProcess withoutNoise() {
        Hyperparameters clean = new Hyperparameters(hyperparameters.lengthscales(), hyperparameters.amplitude(), 1e-6 * hyperparameters.amplitude(),
                hyperparameters.warps());
        double noise = clean.noise();
        Cholesky cholesky = Cholesky.of(covariance(shape, clean, weights, columns, noise));
        for (int attempt = 0; attempt < 6 && cholesky.size() < y.length; attempt++) {
            noise *= 10;
            cholesky = Cholesky.of(covariance(shape, clean, weights, columns, noise));
        }
        return cholesky.size() < y.length ? this : new GaussianProcess(shape, clean, weights, points, columns, y, InverseFactor.of(cholesky));
    }

    /**
     * A joint sample of the noise-free function at the observed points.
     *
     * @param random source of the standard normal deviates
     */
    public double[] sampleAtObservations(RandomGenerator random) {
        int n = y.length;
        double[] means = new double[n];
        // In warped coordinates, since that is how the points are stored: mean K alpha, covariance K - K (K + noise)^-1 K.
        double[][] k = rows(covariance(shape, hyperparameters, weights, columns, 0));
        double[][] whitened = factor.multiply(k, n);
        double[][] posterior = new double[n][];
        for (int i = 0; i < n; i++) {
            means[i] = mean + InverseFactor.dot(k[i], alpha, n);
            posterior[i] = k[i].clone();
        }
        for (int p = 0; p < n; p++) {
            for (int i = 0; i < n; i++) {
                double a = whitened[p][i];
                for (int j = 0; j < n; j++) {
                    posterior[i][j] -= a * whitened[p][j];
                }
            }
        }
        return sample(means, posterior, hyperparameters.amplitude(), random);
    }

    /**
     * A joint sample of the noise-free function at some points.
     *
     * @param queries features {@code [m][features]}; O(m^3)
     */
    public double[] sample(double[][] queries, RandomGenerator random) {
        double[] means = new double[queries.length];
        predict(queries, means, new double[queries.length]);
        return sample(means, posteriorCovariance(queries), hyperparameters.amplitude(), random);
    }

    private static double[] sample(double[] means, double[][] covariance, double amplitude, RandomGenerator random) {
        int m = means.length;
        double[] z = new double[m];
        for (int i = 0; i < m; i++) {
            z[i] = random.nextGaussian();
        }
        for (double jitter = 1e-9 * amplitude; jitter < amplitude; jitter *= 10) {
            DMatrixRMaj enlarged = new DMatrixRMaj(covariance);
            for (int i = 0; i < m; i++) {
                enlarged.add(i, i, jitter);
            }
            Cholesky factor = Cholesky.of(enlarged);
            if (factor.size() == m) {
                double[] values = means.clone();
                factor.addProduct(z, values);
                return values;
            }
        }
        return means;
    }

    /**
     * Posterior covariances between two sets of points.
     *
     * @param rows features {@code [a][features]}
     * @param queries features {@code [m][features]}
     * @return {@code [a][m]}
     */
    public double[][] posteriorCovariance(double[][] rows, double[][] queries) {
        int m = queries.length;
        double[][] left = factor.multiply(crossCovariance(rows), rows.length);
        double[][] right = factor.multiply(crossCovariance(queries), m);
        double[][] warpedRows = new double[rows.length][];
        for (int a = 0; a < rows.length; a++) {
            warpedRows[a] = warp(shape, hyperparameters, rows[a]);
        }
        double[][] result = crossCovariance(transpose(warpedRows, shape.features()), rows.length, queries);
        for (int p = 0; p < y.length; p++) {
            for (int a = 0; a < rows.length; a++) {
                double v = left[p][a];
                for (int j = 0; j < m; j++) {
                    result[a][j] -= v * right[p][j];
                }
            }
        }
        return result;
    }

    private void covariances(double[] warped, double[] value, double[] slope) {
        int n = y.length;
        double[] squared = new double[n];
        for (int f = 0; f < columns.length; f++) {
            MarginalLikelihood.addSquared(squared, n, weights[f], columns[f], warped[f]);
        }
        shape.radial().evaluate(squared, n, value, slope);
        for (int j = 0; j < n; j++) {
            value[j] *= hyperparameters.amplitude();
        }
    }

    /** Number of observations. */
    public int size() {
        return y.length;
    }

    /** The observations; not to be changed. */
    public double[] observations() {
        return y;
    }

    /** Kernel shape. */
    public KernelShape shape() {
        return shape;
    }

    /** Hyperparameters. */
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    /** The constant prior mean, estimated from the data. */
    public double priorMean() {
        return mean;
    }

    /** Mean and variance (without noise) at one point. */
    public Prediction predict(double[] point) {
        int n = y.length;
        double[] k = new double[n];
        covariances(warp(shape, hyperparameters, point), k, new double[n]);
        double[] v = factor.multiply(k);
        double variance = hyperparameters.amplitude() - InverseFactor.dot(v, v, n);
        return new Prediction(mean + InverseFactor.dot(k, alpha, n), Math.max(variance, LEAST_VARIANCE));
    }

    /**
     * Means and variances (without noise) at many points, several times faster than one by one.
     *
     * @param queries features {@code [m][features]}
     * @param means filled, length at least {@code m}
     * @param variances filled, length at least {@code m}
     */
    public void predict(double[][] queries, double[] means, double[] variances) {
        int m = queries.length;
        double[][] cross = crossCovariance(queries);
        double[][] whitened = factor.multiply(cross, m);
        Arrays.fill(means, 0, m, mean);
        Arrays.fill(variances, 0, m, hyperparameters.amplitude());
        for (int i = 0; i < y.length; i++) {
            double a = alpha[i];
            double[] k = cross[i];
            double[] v = whitened[i];
            for (int j = 0; j < m; j++) {
                means[j] += a * k[j];
                variances[j] -= v[j] * v[j];
            }
        }
        for (int j = 0; j < m; j++) {
            variances[j] = Math.max(variances[j], LEAST_VARIANCE);
        }
    }

    private double[][] crossCovariance(double[][] queries) {
        return crossCovariance(columns, y.length, queries);
    }

    private double[][] crossCovariance(double[][] from, int n, double[][] queries) {
        int m = queries.length;
        double[][] warped = new double[m][];
        for (int j = 0; j < m; j++) {
            warped[j] = warp(shape, hyperparameters, queries[j]);
        }
        double[][] queryColumns = transpose(warped, shape.features());
        double[][] cross = new double[n][m];
        double[] squared = new double[m];
        double[] slope = new double[m];
        for (int i = 0; i < n; i++) {
            Arrays.fill(squared, 0);
            for (int f = 0; f < from.length; f++) {
                MarginalLikelihood.addSquared(squared, m, weights[f], queryColumns[f], from[f][i]);
            }
            shape.radial().evaluate(squared, m, cross[i], slope);
            for (int j = 0; j < m; j++) {
                cross[i][j] *= hyperparameters.amplitude();
            }
        }
        return cross;
    }

    /**
     * Mean, variance and their gradients with respect to the (unwarped) features.
     *
     * @param point features
     * @param meanGradient filled, length of {@code point}
     * @param varianceGradient filled, length of {@code point}
     */
    public Prediction predict(double[] point, double[] meanGradient, double[] varianceGradient) {
        int n = y.length;
        double[] warped = warp(shape, hyperparameters, point);
        double[] k = new double[n];
        double[] slope = new double[n];
        covariances(warped, k, slope);
        double[] v = factor.multiply(k);
        double variance = hyperparameters.amplitude() - InverseFactor.dot(v, v, n);
        double[] beta = factor.multiplyTransposed(v);
        for (int j = 0; j < n; j++) {
            slope[j] *= 2 * hyperparameters.amplitude();
            v[j] = alpha[j] * slope[j];
            beta[j] *= -2 * slope[j];
        }
        double[] derivatives = new double[3];
        for (int f = 0; f < columns.length; f++) {
            double x = warped[f];
            double[] column = columns[f];
            double m0 = 0;
            double s0 = 0;
            for (int j = 0; j < n; j++) {
                double difference = x - column[j];
                m0 += v[j] * difference;
                s0 += beta[j] * difference;
            }
            double chain = weights[f];
            if (hyperparameters.warped() && shape.warpable()[f]) {
                InputWarp.derivatives(point[f], hyperparameters.warps()[f][0], hyperparameters.warps()[f][1], derivatives);
                chain *= derivatives[0];
            }
            meanGradient[f] = chain * m0;
            varianceGradient[f] = chain * s0;
        }
        return new Prediction(mean + InverseFactor.dot(k, alpha, n), Math.max(variance, LEAST_VARIANCE));
    }

    /**
     * Joint posterior covariance of the noise-free function at several points.
     *
     * @param queries features {@code [m][features]}
     * @return symmetric {@code [m][m]}
     */
    public double[][] posteriorCovariance(double[][] queries) {
        int m = queries.length;
        double[][] whitened = factor.multiply(crossCovariance(queries), m);
        double[][] warped = new double[m][];
        for (int j = 0; j < m; j++) {
            warped[j] = warp(shape, hyperparameters, queries[j]);
        }
        double[][] prior = rows(covariance(shape, hyperparameters, weights, transpose(warped, shape.features()), 0));
        for (int i = 0; i < y.length; i++) {
            double[] v = whitened[i];
            for (int a = 0; a < m; a++) {
                double factorA = v[a];
                double[] row = prior[a];
                for (int b = a; b < m; b++) {
                    row[b] -= factorA * v[b];
                }
            }
        }
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < a; b++) {
                prior[a][b] = prior[b][a];
            }
        }
        return prior;
    }
}
