package org.optbench.tasks.synthetic.coco;

/**
 * A square matrix stored by columns. Multiplying adds column after column, so the inner loop runs over independent
 * rows (it vectorises) while every row still sums its products in ascending order.
 */
final class Matrix {

    private final int n;
    private final double[] columns;

    private Matrix(int n, double[] columns) {
        this.n = n;
        this.columns = columns;
    }

    /** Copies an array of shape {@code [row][column]}. */
    static Matrix of(double[][] rows) {
        int n = rows.length;
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[j * n + i] = rows[i][j];
            }
        }
        return new Matrix(n, columns);
    }

    /** {@code left * diag(base^(k / (n - 1))) * right}, the affine part of many functions of the suite. */
    static Matrix conditioned(double[][] left, double base, double[][] right) {
        int n = left.length;
        double[] scale = powers(base, n);
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double c = left[i][k] * scale[k];
                for (int j = 0; j < n; j++) {
                    product[i][j] += c * right[k][j];
                }
            }
        }
        return of(product);
    }

    /** {@code diag(base^(i / (n - 1))) * right}. */
    static Matrix scaledRows(double base, double[][] right) {
        int n = right.length;
        double[] scale = powers(base, n);
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i][j] = scale[i] * right[i][j];
            }
        }
        return of(product);
    }

    /** {@code base^(i / (n - 1))} for i = 0 .. n - 1; just 1 when n is 1. */
    static double[] powers(double base, int n) {
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = n == 1 ? 1.0 : StrictMath.pow(base, (double) i / (n - 1.0));
        }
        return scale;
    }

    /** Writes the product with {@code in[inAt .. inAt + n)} to {@code out[outAt .. outAt + n)}; no overlap allowed. */
    void multiply(double[] in, int inAt, double[] out, int outAt) {
        double[] a = columns;
        int size = n;
        double first = in[inAt];
        for (int i = 0; i < size; i++) {
            out[outAt + i] = a[i] * first;
        }
        int j = 1;
        for (; j + 3 < size; j += 4) {
            double x0 = in[inAt + j];
            double x1 = in[inAt + j + 1];
            double x2 = in[inAt + j + 2];
            double x3 = in[inAt + j + 3];
            int c = j * size;
            for (int i = 0; i < size; i++) {
                out[outAt + i] = out[outAt + i] + a[c + i] * x0 + a[c + size + i] * x1 + a[c + 2 * size + i] * x2
                        + a[c + 3 * size + i] * x3;
            }
        }
        for (; j < size; j++) {
            double xj = in[inAt + j];
            int c = j * size;
            for (int i = 0; i < size; i++) {
                out[outAt + i] += a[c + i] * xj;
            }
        }
    }
}
