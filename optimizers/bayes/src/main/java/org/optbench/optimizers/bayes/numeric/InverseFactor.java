package org.optbench.optimizers.bayes.numeric;

import java.util.Arrays;

/**
 * Lower triangular {@code T} with {@code K^-1 = T^T T}: the inverse of the Cholesky factor of a matrix that may grow.
 *
 * <p>With it a solve is two products, and appending a row and column to {@code K} costs one row of {@code T} in O(n^2), which is
 * how pending trials are conditioned on. Rows never change once written, so an extended factor shares them.
 */
public final class InverseFactor {
    private final double[][] rows;
    private final int n;

    private InverseFactor(double[][] rows, int n) {
        this.rows = rows;
        this.n = n;
    }

    /** The inverse of a successful factorisation. */
    public static InverseFactor of(Cholesky factor) {
        return new InverseFactor(factor.inverseFactor(), factor.size());
    }

    /** Rows and columns. */
    public int size() {
        return n;
    }

    /** {@code T b}, the whitened right-hand side. */
    public double[] multiply(double[] b) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = dot(rows[i], b, i + 1);
        }
        return result;
    }

    /** {@code T^T b}. */
    public double[] multiplyTransposed(double[] b) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            double factor = b[i];
            double[] row = rows[i];
            for (int j = 0; j <= i; j++) {
                result[j] += factor * row[j];
            }
        }
        return result;
    }

    /** {@code K^-1 b}. */
    public double[] solve(double[] b) {
        return multiplyTransposed(multiply(b));
    }

    /**
     * {@code T B} for many right-hand sides.
     *
     * @param b {@code [n][m]}
     * @param m columns used
     * @return {@code [n][m]}
     */
    public double[][] multiply(double[][] b, int m) {
        double[][] result = new double[n][m];
        for (int i = 0; i < n; i++) {
            double[] t = rows[i];
            double[] row = result[i];
            int p = 0;
            for (; p + 3 <= i; p += 4) {
                double t0 = t[p];
                double t1 = t[p + 1];
                double t2 = t[p + 2];
                double t3 = t[p + 3];
                double[] b0 = b[p];
                double[] b1 = b[p + 1];
                double[] b2 = b[p + 2];
                double[] b3 = b[p + 3];
                for (int j = 0; j < m; j++) {
                    row[j] += (t0 * b0[j] + t1 * b1[j]) + (t2 * b2[j] + t3 * b3[j]);
                }
            }
            for (; p <= i; p++) {
                double t0 = t[p];
                double[] b0 = b[p];
                for (int j = 0; j < m; j++) {
                    row[j] += t0 * b0[j];
                }
            }
        }
        return result;
    }

    /**
     * The factor of {@code K} with one more row and column.
     *
     * @param column new column without its last element
     * @param diagonal its last element
     * @param floor least conditional variance accepted; a smaller one is raised to it
     */
    public InverseFactor append(double[] column, double diagonal, double floor) {
        double[] v = multiply(column);
        double pivot = Math.sqrt(Math.max(diagonal - dot(v, v, n), floor));
        double[] w = multiplyTransposed(v);
        double[] row = new double[n + 1];
        for (int j = 0; j < n; j++) {
            row[j] = -w[j] / pivot;
        }
        row[n] = 1 / pivot;
        double[][] extended = Arrays.copyOf(rows, n + 1);
        extended[n] = row;
        return new InverseFactor(extended, n + 1);
    }

    /** Sum of products of the first {@code length} elements, in four interleaved sums. */
    public static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < length; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < length; j++) {
            s0 += a[j] * b[j];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
