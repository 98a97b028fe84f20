package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;

/** A full covariance matrix, decomposed only as often as it has changed enough. */
final class FullShape implements Shape {

    private final int n;
    private final double[][] c;
    private final double[][] basis;
    private final double[] lengths;
    private final double[] eigenvalues;
    private final double[] scaled;
    private final SymmetricEigen eigen;
    private final double gap;
    private double age;
    private boolean healthy = true;

    /**
     * @param learningRate c1 + cmu; the decomposition is renewed every 1 / (learning rate n 10) generations (Hansen's tutorial, section B.2)
     */
    FullShape(int n, double learningRate) {
        this.n = n;
        this.c = identity(n);
        this.basis = identity(n);
        this.lengths = new double[n];
        this.eigenvalues = new double[n];
        this.scaled = new double[n];
        this.eigen = new SymmetricEigen(n);
        this.gap = 1 / (learningRate * n * 10);
        Arrays.fill(lengths, 1);
        Arrays.fill(eigenvalues, 1);
    }

    private static double[][] identity(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    @Override
    public void stretch(double[] z, double[] y) {
        for (int k = 0; k < n; k++) {
            scaled[k] = lengths[k] * z[k];
        }
        rotate(scaled, y);
    }

    @Override
    public void rotate(double[] z, double[] result) {
        Arrays.fill(result, 0);
        for (int k = 0; k < n; k++) {
            double[] axis = basis[k];
            double factor = z[k];
            for (int i = 0; i < n; i++) {
                result[i] += factor * axis[i];
            }
        }
    }

    @Override
    public void update(double keep, double[][] y, double[] w, int count) {
        for (int i = 0; i < n; i++) {
            double[] row = c[i];
            for (int j = 0; j <= i; j++) {
                row[j] *= keep;
            }
            for (int k = 0; k < count; k++) {
                double[] vector = y[k];
                double factor = w[k] * vector[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += factor * vector[j];
                }
            }
        }
        age++;
        if (age >= gap) {
            decompose();
            age = 0;
        }
    }

    private void decompose() {
        for (int i = 0; i < n; i++) {
            System.arraycopy(c[i], 0, basis[i], 0, i + 1);
        }
        healthy = eigen.decompose(basis, eigenvalues);
        for (int k = 0; k < n && healthy; k++) {
            healthy = eigenvalues[k] > 0 && eigenvalues[k] < Double.POSITIVE_INFINITY;
            lengths[k] = Math.sqrt(eigenvalues[k]);
        }
    }

    @Override
    public double variance(int coordinate) {
        return c[coordinate][coordinate];
    }

    @Override
    public double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : eigenvalues) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most / least;
    }

    @Override
    public double axis(int index, double[] direction) {
        System.arraycopy(basis[index], 0, direction, 0, n);
        return lengths[index];
    }

    @Override
    public boolean isHealthy() {
        return healthy;
    }
}
