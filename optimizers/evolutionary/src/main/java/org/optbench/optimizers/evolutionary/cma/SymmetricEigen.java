package org.optbench.optimizers.evolutionary.cma;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix by Householder reduction to tridiagonal form and the implicit QL algorithm (Bowdler,
 * Martin, Reinsch and Wilkinson, "The QR and QL algorithms for symmetric matrices", 1968). Works in place and allocates nothing after construction.
 */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    private final int n;
    private final double[] off;

    SymmetricEigen(int n) {
        this.n = n;
        this.off = new double[n];
    }

    /**
     * Decomposes a matrix.
     *
     * @param v      the matrix {@code [n][n]}, only its lower triangle is read; becomes the eigenvectors, one a row
     * @param values becomes the eigenvalues {@code [n]}, in no order
     * @return whether the iteration converged
     */
    boolean decompose(double[][] v, double[] values) {
        if (n == 1) {
            values[0] = v[0][0];
            v[0][0] = 1;
            return Double.isFinite(values[0]);
        }
        for (int j = 0; j < n; j++) {
            values[j] = v[n - 1][j];
        }
        reduce(v, values);
        accumulate(v, values);
        transpose(v);
        return diagonalise(v, values);
    }

    private void reduce(double[][] v, double[] d) {
        for (int i = n - 1; i > 0; i--) {
            double scale = 0;
            for (int k = 0; k < i; k++) {
                scale += Math.abs(d[k]);
            }
            double h = 0;
            if (scale == 0) {
                off[i] = d[i - 1];
                for (int j = 0; j < i; j++) {
                    d[j] = v[i - 1][j];
                    v[i][j] = 0;
                    v[j][i] = 0;
                }
            } else {
                for (int k = 0; k < i; k++) {
                    d[k] /= scale;
                    h += d[k] * d[k];
                }
                h = reflect(v, d, i, scale, h);
            }
            d[i] = h;
        }
    }

    /** One Householder reflection of row i; returns half the squared length of its vector. */
    private double reflect(double[][] v, double[] d, int i, double scale, double length) {
        double f = d[i - 1];
        double g = f > 0 ? -Math.sqrt(length) : Math.sqrt(length);
        off[i] = scale * g;
        double h = length - f * g;
        d[i - 1] = f - g;
        for (int j = 0; j < i; j++) {
            off[j] = 0;
        }
        for (int j = 0; j < i; j++) {
            double dj = d[j];
            v[j][i] = dj;
            double sum = off[j] + v[j][j] * dj;
            for (int k = j + 1; k < i; k++) {
                sum += v[k][j] * d[k];
                off[k] += v[k][j] * dj;
            }
            off[j] = sum;
        }
        double projection = 0;
        for (int j = 0; j < i; j++) {
            off[j] /= h;
            projection += off[j] * d[j];
        }
        double half = projection / (h + h);
        for (int j = 0; j < i; j++) {
            off[j] -= half * d[j];
        }
        for (int j = 0; j < i; j++) {
            double dj = d[j];
            double ej = off[j];
            for (int k = j; k < i; k++) {
                v[k][j] -= dj * off[k] + ej * d[k];
            }
            d[j] = v[i - 1][j];
            v[i][j] = 0;
        }
        return h;
    }

    private void accumulate(double[][] v, double[] d) {
        for (int i = 0; i < n - 1; i++) {
            v[n - 1][i] = v[i][i];
            v[i][i] = 1;
            double h = d[i + 1];
            if (h != 0) {
                for (int k = 0; k <= i; k++) {
                    d[k] = v[k][i + 1] / h;
                }
                for (int j = 0; j <= i; j++) {
                    double g = 0;
                    for (int k = 0; k <= i; k++) {
                        g += v[k][i + 1] * v[k][j];
                    }
                    for (int k = 0; k <= i; k++) {
                        v[k][j] -= g * d[k];
                    }
                }
            }
            for (int k = 0; k <= i; k++) {
                v[k][i + 1] = 0;
            }
        }
        for (int j = 0; j < n; j++) {
            d[j] = v[n - 1][j];
            v[n - 1][j] = 0;
        }
        v[n - 1][n - 1] = 1;
        off[0] = 0;
    }

    /** Rows of eigenvectors lie together in memory, which makes the rotations fast. */
    private void transpose(double[][] v) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double swapped = v[i][j];
                v[i][j] = v[j][i];
                v[j][i] = swapped;
            }
        }
    }

    private boolean diagonalise(double[][] v, double[] d) {
        System.arraycopy(off, 1, off, 0, n - 1);
        off[n - 1] = 0;
        for (int l = 0; l < n; l++) {
            int sweeps = 0;
            int m = smallOffDiagonal(d, l);
            while (m != l) {
                if (++sweeps > MOST_SWEEPS || !Double.isFinite(d[l])) {
                    return false;
                }
                chase(v, d, l, m);
                m = smallOffDiagonal(d, l);
            }
        }
        return true;
    }

    private int smallOffDiagonal(double[] d, int from) {
        int m = from;
        while (m < n - 1) {
            double size = Math.abs(d[m]) + Math.abs(d[m + 1]);
            if (Math.abs(off[m]) <= Math.ulp(size) * 0.5) {
                break;
            }
            m++;
        }
        return m;
    }

    /** One implicit QL step with Wilkinson's shift on rows l .. m. */
    private void chase(double[][] v, double[] d, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * off[l]);
        double r = Math.sqrt(g * g + 1);
        g = d[m] - d[l] + off[l] / (g + (g < 0 ? -r : r));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * off[i];
            double b = c * off[i];
            r = Math.sqrt(f * f + g * g);
            off[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                off[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            rotate(v[i], v[i + 1], c, s);
        }
        d[l] -= p;
        off[l] = g;
        off[m] = 0;
    }

    private static void rotate(double[] row, double[] next, double c, double s) {
        for (int k = 0; k < row.length; k++) {
            double a = row[k];
            double b = next[k];
            next[k] = s * a + c * b;
            row[k] = c * a - s * b;
        }
    }
}
