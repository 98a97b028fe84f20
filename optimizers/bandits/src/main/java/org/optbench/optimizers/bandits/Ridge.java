package org.optbench.optimizers.bandits;

/** Ridge regression that takes in one observation after the other. */
final class Ridge {

    private final double[][] inverse;
    private final double[] moments;
    private final double[] weights;
    private final double[] work;

    /**
     * @param penalty on the squared weights, positive
     */
    Ridge(int features, double penalty) {
        this.inverse = new double[features][features];
        for (int i = 0; i < features; i++) {
            inverse[i][i] = 1 / penalty;
        }
        this.moments = new double[features];
        this.weights = new double[features];
        this.work = new double[features];
    }

    /** Takes in an observation; the inverse of the moment matrix follows by Sherman and Morrison's formula. */
    void add(double[] features, double target, double weight) {
        multiply(features);
        double scale = weight / (1 + weight * dot(features, work));
        for (int i = 0; i < work.length; i++) {
            double factor = scale * work[i];
            for (int j = 0; j < work.length; j++) {
                inverse[i][j] -= factor * work[j];
            }
        }
        for (int i = 0; i < work.length; i++) {
            moments[i] += weight * target * features[i];
        }
        for (int i = 0; i < work.length; i++) {
            weights[i] = dot(inverse[i], moments);
        }
    }

    double predict(double[] features) {
        return dot(weights, features);
    }

    /** How far the prediction is from certain: the square root of f' A^-1 f. */
    double uncertainty(double[] features) {
        multiply(features);
        return Math.sqrt(Math.max(0, dot(features, work)));
    }

    private void multiply(double[] features) {
        for (int i = 0; i < work.length; i++) {
            work[i] = dot(inverse[i], features);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
