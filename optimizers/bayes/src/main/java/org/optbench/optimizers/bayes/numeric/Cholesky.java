package org.optbench.optimizers.bayes.numeric;

/**
 * Cholesky factor {@code K = U^T U} of a symmetric positive definite matrix.
 *
 * <p>Rows are separate arrays and every inner loop adds a few scaled rows to one row, the form that the JIT compiler turns into
 * vector instructions without reordering a sum, so results do not depend on the machine. On matrices of a few hundred rows this
 * is faster than a call into a general library.
 */
public final class Cholesky {
    private final double[][] u;
    private final int n;

    private Cholesky(double[][] u, int n) {
        this.u = u;
        this.n = n;
    }

    /**
     * Factorises in place.
     *
     * @param k symmetric matrix {@code [n][n]}; only the upper triangle is read; owned by the factor afterwards
     * @param n number of rows used
     * @return the factor, or a factor with {@link #size()} 0 if a pivot is not positive
     */
    public static Cholesky ofUpper(double[][] k, int n) {
        for (int i = 0; i < n; i++) {
            double[] row = k[i];
            int p = 0;
            for (; p + 3 < i; p += 4) {
                addFour(row, i, n, -k[p][i], k[p], -k[p + 1][i], k[p + 1], -k[p + 2][i], k[p + 2], -k[p + 3][i], k[p + 3]);
            }
            for (; p < i; p++) {
                addOne(row, i, n, -k[p][i], k[p]);
            }
            if (!(row[i] > 0)) {
                return new Cholesky(k, 0);
            }
            double root = Math.sqrt(row[i]);
            double inverse = 1 / root;
            for (int j = i; j < n; j++) {
                row[j] *= inverse;
            }
            row[i] = root;
        }
        return new Cholesky(k, n);
    }

    /** Rows of the factor; 0 after a failed factorisation of a matrix with rows. */
    public int size() {
        return n;
    }

    /** {@code log det K}. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += StrictMath.log(u[i][i]);
        }
        return 2 * sum;
    }

    /** Solves {@code U^T x = b} in place. */
    public void solveTransposed(double[] b) {
        for (int i = 0; i < n; i++) {
            b[i] /= u[i][i];
            addOne(b, i + 1, n, -b[i], u[i]);
        }
    }

    /** Solves {@code K x = b} in place. */
    public void solve(double[] b) {
        solveTransposed(b);
        for (int i = n - 1; i >= 0; i--) {
            double[] row = u[i];
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int j = i + 1;
            for (; j + 3 < n; j += 4) {
                s0 += row[j] * b[j];
                s1 += row[j + 1] * b[j + 1];
                s2 += row[j + 2] * b[j + 2];
                s3 += row[j + 3] * b[j + 3];
            }
            for (; j < n; j++) {
                s0 += row[j] * b[j];
            }
            b[i] = (b[i] - ((s0 + s1) + (s2 + s3))) / row[i];
        }
    }

    /**
     * Solves {@code U^T X = B} in place for many right-hand sides at once.
     *
     * @param b right-hand sides as rows of unknowns, {@code [n][m]}
     * @param m number of columns used
     */
    public void solveTransposed(double[][] b, int m) {
        for (int i = 0; i < n; i++) {
            double[] row = b[i];
            int p = 0;
            for (; p + 3 < i; p += 4) {
                addFour(row, 0, m, -u[p][i], b[p], -u[p + 1][i], b[p + 1], -u[p + 2][i], b[p + 2], -u[p + 3][i], b[p + 3]);
            }
            for (; p < i; p++) {
                addOne(row, 0, m, -u[p][i], b[p]);
            }
            double inverse = 1 / u[i][i];
            for (int j = 0; j < m; j++) {
                row[j] *= inverse;
            }
        }
    }

    /** The lower triangular {@code T = U^-T}, rows padded with zeros, so that {@code K^-1 = T^T T}. */
    public double[][] inverseTransposed() {
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = t[i];
            int p = 0;
            for (; p + 3 < i; p += 4) {
                addFour(row, 0, p + 4, -u[p][i], t[p], -u[p + 1][i], t[p + 1], -u[p + 2][i], t[p + 2], -u[p + 3][i], t[p + 3]);
            }
            for (; p < i; p++) {
                addOne(row, 0, p + 1, -u[p][i], t[p]);
            }
            double inverse = 1 / u[i][i];
            for (int j = 0; j < i; j++) {
                row[j] *= inverse;
            }
            row[i] = inverse;
        }
        return t;
    }

    /** The inverse {@code K^-1}; only elements {@code [i][j]} with {@code j <= i} are filled. */
    public double[][] inverseLower() {
        double[][] t = inverseTransposed();
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            int k = i;
            for (; k + 3 < n; k += 4) {
                addFour(row, 0, i + 1, t[k][i], t[k], t[k + 1][i], t[k + 1], t[k + 2][i], t[k + 2], t[k + 3][i], t[k + 3]);
            }
            for (; k < n; k++) {
                addOne(row, 0, i + 1, t[k][i], t[k]);
            }
        }
        return inverse;
    }

    private static void addOne(double[] row, int from, int to, double a, double[] x) {
        for (int j = from; j < to; j++) {
            row[j] += a * x[j];
        }
    }

    private static void addFour(double[] row, int from, int to, double a, double[] w, double b, double[] x, double c, double[] y, double d,
            double[] z) {
        for (int j = from; j < to; j++) {
            row[j] += (a * w[j] + b * x[j]) + (c * y[j] + d * z[j]);
        }
    }
}
