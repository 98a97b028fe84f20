package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;

/** A diagonal covariance matrix: linear time and memory (Ros and Hansen, "A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity", 2008). */
final class DiagonalShape implements Shape {

    private final int n;
    private final double[] variances;
    private final double[] lengths;

    DiagonalShape(int n) {
        this.n = n;
        this.variances = new double[n];
        this.lengths = new double[n];
        Arrays.fill(variances, 1);
        Arrays.fill(lengths, 1);
    }

    @Override
    public void stretch(double[] z, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = lengths[i] * z[i];
        }
    }

    @Override
    public void rotate(double[] z, double[] result) {
        System.arraycopy(z, 0, result, 0, n);
    }

    @Override
    public void update(double keep, double[][] y, double[] w, int count) {
        for (int i = 0; i < n; i++) {
            double sum = keep * variances[i];
            for (int k = 0; k < count; k++) {
                sum += w[k] * y[k][i] * y[k][i];
            }
            variances[i] = Math.max(sum, 1e-12 * variances[i]); // negative weights are bounded for full matrices only
            lengths[i] = Math.sqrt(variances[i]);
        }
    }

    @Override
    public double variance(int coordinate) {
        return variances[coordinate];
    }

    @Override
    public double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : variances) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most / least;
    }

    @Override
    public double axis(int index, double[] direction) {
        Arrays.fill(direction, 0);
        direction[index] = 1;
        return lengths[index];
    }

    @Override
    public boolean isHealthy() {
        double sum = 0;
        for (double value : variances) {
            sum += value;
        }
        return sum > 0 && sum < Double.POSITIVE_INFINITY;
    }
}
