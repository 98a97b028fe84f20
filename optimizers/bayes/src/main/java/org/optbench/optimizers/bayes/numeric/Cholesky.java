package org.optbench.optimizers.bayes.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionCommon_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;

/**
 * Cholesky factor {@code K = L L^T} of a symmetric positive definite matrix, decomposed and solved by EJML on one thread.
 *
 * <p>The explicit inverses, which the gradient of a likelihood needs and a general library is slow at (EJML takes three times as long at
 * 100 rows), are loops that add a few scaled rows to one row: the JIT compiler turns them into vector instructions without reordering a
 * sum, so results do not depend on the machine.
 */
public final class Cholesky {
    /** From here on EJML's blocked decomposition is no slower than the plain one. */
    private static final int BLOCKED_FROM = 400;

    private static final int BLOCK_WIDTH = 60;

    private final DMatrixRMaj lower;
    private final int n;

    private Cholesky(DMatrixRMaj lower, int n) {
        this.lower = lower;
        this.n = n;
    }

    /**
     * Factorises in place.
     *
     * @param k symmetric matrix {@code [n][n]}, both triangles filled; owned by the factor afterwards
     * @return the factor, or a factor with {@link #size()} 0 if a pivot is not positive
     */
    public static Cholesky of(DMatrixRMaj k) {
        int n = k.getNumRows();
        CholeskyDecompositionCommon_DDRM decomposition = n < BLOCKED_FROM ? new CholeskyDecompositionInner_DDRM(true)
                : new CholeskyDecompositionBlock_DDRM(BLOCK_WIDTH);
        boolean positive = decomposition.decompose(k);
        DMatrixRMaj lower = decomposition.getT();
        // A NaN passes the library's test of the pivots.
        for (int i = 0; positive && i < n; i++) {
            positive = lower.get(i, i) > 0;
        }
        return new Cholesky(lower, positive ? n : 0);
    }

    /** Rows of the factor; 0 after a failed factorisation of a matrix with rows. */
    public int size() {
        return n;
    }

    /** {@code log det K}. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += StrictMath.log(lower.get(i, i));
        }
        return 2 * sum;
    }

    /** Solves {@code K x = b} in place. */
    public void solve(double[] b) {
        TriangularSolver_DDRM.solveL(lower.data, b, n);
        TriangularSolver_DDRM.solveTranL(lower.data, b, n);
    }

    /** Adds {@code L z} to a vector {@code [n]}: a correlated draw from independent ones. */
    public void addProduct(double[] z, double[] to) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += lower.data[i * n + j] * z[j];
            }
            to[i] += sum;
        }
    }

    /** The lower triangular {@code T = L^-1}, rows padded with zeros, so that {@code K^-1 = T^T T}. */
    public double[][] inverseFactor() {
        double[] l = lower.data;
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = t[i];
            int at = i * n;
            int p = 0;
            for (; p + 3 < i; p += 4) {
                addFour(row, p + 4, -l[at + p], t[p], -l[at + p + 1], t[p + 1], -l[at + p + 2], t[p + 2], -l[at + p + 3], t[p + 3]);
            }
            for (; p < i; p++) {
                addOne(row, p + 1, -l[at + p], t[p]);
            }
            double inverse = 1 / l[at + i];
            for (int j = 0; j < i; j++) {
                row[j] *= inverse;
            }
            row[i] = inverse;
        }
        return t;
    }

    /** The inverse {@code K^-1}; only elements {@code [i][j]} with {@code j <= i} are filled. */
    public double[][] inverseLower() {
        double[][] t = inverseFactor();
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            int k = i;
            for (; k + 3 < n; k += 4) {
                addFour(row, i + 1, t[k][i], t[k], t[k + 1][i], t[k + 1], t[k + 2][i], t[k + 2], t[k + 3][i], t[k + 3]);
            }
            for (; k < n; k++) {
                addOne(row, i + 1, t[k][i], t[k]);
            }
        }
        return inverse;
    }

    private static void addOne(double[] row, int to, double a, double[] x) {
        for (int j = 0; j < to; j++) {
            row[j] += a * x[j];
        }
    }

    private static void addFour(double[] row, int to, double a, double[] w, double b, double[] x, double c, double[] y, double d, double[] z) {
        for (int j = 0; j < to; j++) {
            row[j] += (a * w[j] + b * x[j]) + (c * y[j] + d * z[j]);
        }
    }
}
