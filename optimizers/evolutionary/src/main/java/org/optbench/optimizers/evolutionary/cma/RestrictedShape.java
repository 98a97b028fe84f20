package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;

/**
 * A covariance matrix D (I + V S V') D with k directions V: time and memory of order n k (Akimoto and Hansen, "Projection-Based Restricted Covariance Matrix Adaptation
 * for High Dimension", 2016). The update takes place in the coordinates scaled by D, where the matrix plus its changes is of low rank over the identity; the directions of the largest
 * eigenvalues are kept, and D is set so that the diagonal of the matrix is right. The number of directions follows the eigenvalues: it grows once the model has settled and all
 * directions are long, and falls with directions that are not (Akimoto and Hansen, "Online Model Selection for Restricted Covariance Matrix Adaptation", 2016).
 */
final class RestrictedShape implements Shape {

    /** A direction with a larger variance than this, relative to the rest, is worth its parameters. */
    private static final double LONG = 30;
    private static final double GROWTH = 1.414;
    private static final double SETTLED = 0.1;
    private static final double SMOOTHING_FLOOR = 0.01;

    private final int n;
    private final int most;
    private final double[] scale;
    private final double[] diagonal;
    private final double[] work;
    private double[][] directions = new double[0][];
    private double[] excess = new double[0];
    private int wantedRank;
    private double trend = 1;
    private double smoothing = 1;
    private boolean healthy = true;

    /**
     * @param most most directions, 0 or above, less than n
     */
    RestrictedShape(int n, int most) {
        this.n = n;
        this.most = Math.min(most, n - 1);
        this.scale = new double[n];
        this.diagonal = new double[n];
        this.work = new double[n];
        Arrays.fill(scale, 1);
        Arrays.fill(diagonal, 1);
    }

    /** Number of directions now. */
    int rank() {
        return directions.length;
    }

    /** Sets how fast the trend of the axes is followed: the learning rate of the covariance. */
    void follow(double learningRate) {
        smoothing = Math.max(SMOOTHING_FLOOR, Math.min(1, learningRate));
    }

    @Override
    public void stretch(double[] z, double[] y) {
        System.arraycopy(z, 0, y, 0, n);
        for (int k = 0; k < directions.length; k++) {
            addMultiple(y, (Math.sqrt(1 + excess[k]) - 1) * dot(directions[k], z), directions[k]);
        }
        for (int i = 0; i < n; i++) {
            y[i] *= scale[i];
        }
    }

    /** The root is symmetric in the scaled coordinates and changes smoothly, so that steps whitened by it accumulate. */
    @Override
    public void rotate(double[] z, double[] result) {
        System.arraycopy(z, 0, result, 0, n);
    }

    @Override
    public void update(double keep, double[][] y, double[] w, int count) {
        int k = directions.length;
        double[][] columns = new double[k + count][];
        double[] weights = new double[k + count];
        for (int j = 0; j < k; j++) {
            columns[j] = directions[j];
            weights[j] = keep * excess[j];
        }
        for (int j = 0; j < count; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = y[j][i] / scale[i];
            }
            columns[k + j] = column;
            weights[k + j] = w[j];
        }
        double[] trueDiagonal = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = keep;
            for (int j = 0; j < columns.length; j++) {
                sum += weights[j] * columns[j][i] * columns[j][i];
            }
            trueDiagonal[i] = Math.max(sum, 1e-12 * keep);
        }
        project(keep, columns, weights, trueDiagonal);
        select();
    }

    /** Keeps the directions of the largest eigenvalues of keep I + columns diag(weights) columns' and sets the scale by the true diagonal. */
    private void project(double keep, double[][] columns, double[] weights, double[] trueDiagonal) {
        double[][] basis = orthonormal(columns);
        int m = basis.length;
        double[][] coordinates = new double[columns.length][m];
        for (int j = 0; j < columns.length; j++) {
            for (int a = 0; a < m; a++) {
                coordinates[j][a] = dot(basis[a], columns[j]);
            }
        }
        double[][] small = new double[m][m];
        for (int j = 0; j < columns.length; j++) {
            for (int a = 0; a < m; a++) {
                addMultiple(small[a], weights[j] * coordinates[j][a], coordinates[j]);
            }
        }
        double[] values = new double[m];
        healthy = m == 0 || new SymmetricEigen(m).decompose(small, values);
        Integer[] order = new Integer[m];
        Arrays.setAll(order, a -> a);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        int wanted = Math.min(wantedRank, m);
        double rest = keep * n;
        for (int a = wanted; a < m; a++) {
            rest += values[order[a]];
        }
        double level = Math.max((rest - keep * wanted) / (n - wanted), 1e-12 * keep); // mean eigenvalue of the directions that are not kept
        double[][] kept = new double[wanted][n];
        double[] longer = new double[wanted];
        for (int a = 0; a < wanted; a++) {
            for (int b = 0; b < m; b++) {
                addMultiple(kept[a], small[order[a]][b], basis[b]);
            }
            longer[a] = Math.max((keep + values[order[a]]) / level - 1, -0.99);
        }
        directions = kept;
        excess = longer;
        rescale(trueDiagonal);
    }

    private void rescale(double[] trueDiagonal) {
        double change = 0;
        for (int i = 0; i < n; i++) {
            double modelled = 1;
            for (int k = 0; k < directions.length; k++) {
                modelled += excess[k] * directions[k][i] * directions[k][i];
            }
            double factor = trueDiagonal[i] / modelled;
            diagonal[i] = trueDiagonal[i] * scale[i] * scale[i];
            scale[i] *= Math.sqrt(factor);
            healthy &= scale[i] > 0 && scale[i] < Double.POSITIVE_INFINITY;
            change += Math.abs(StrictMath.log(factor)) / n;
        }
        trend = (1 - smoothing) * trend + smoothing * change;
    }

    /** Decides how many directions the next update keeps. */
    private void select() {
        int useful = 0;
        for (double value : excess) {
            useful += 1 + value > LONG ? 1 : 0;
        }
        boolean settled = trend < SETTLED * smoothing;
        if (settled && useful == directions.length && directions.length < most) {
            wantedRank = Math.min(most, (int) Math.ceil(Math.max(directions.length * GROWTH, directions.length + 1)));
            trend = 1;
        } else if (settled && useful < directions.length - 1) {
            wantedRank = Math.max(1, useful);
        }
    }

    /** An orthonormal basis of the columns by the modified Gram-Schmidt process, twice; columns within the span of earlier ones are left out. */
    private double[][] orthonormal(double[][] columns) {
        double[][] basis = new double[columns.length][];
        int found = 0;
        for (double[] column : columns) {
            double[] vector = column.clone();
            double before = Math.sqrt(dot(vector, vector));
            for (int pass = 0; pass < 2; pass++) {
                for (int a = 0; a < found; a++) {
                    addMultiple(vector, -dot(basis[a], vector), basis[a]);
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            if (length > 1e-10 * before && found < n) {
                for (int i = 0; i < n; i++) {
                    vector[i] /= length;
                }
                basis[found++] = vector;
            }
        }
        return Arrays.copyOf(basis, found);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addMultiple(double[] to, double factor, double[] of) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * of[i];
        }
    }

    @Override
    public double variance(int coordinate) {
        return diagonal[coordinate];
    }

    /** An upper bound: that of the scale times that of the inner matrix. */
    @Override
    public double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : diagonal) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double longest = 1;
        for (double value : excess) {
            longest = Math.max(longest, 1 + value);
        }
        return most / least * longest;
    }

    @Override
    public double axis(int index, double[] direction) {
        Arrays.fill(work, 0);
        double length = 1;
        if (index < directions.length) {
            System.arraycopy(directions[index], 0, work, 0, n);
            length = Math.sqrt(1 + excess[index]);
        } else {
            work[index] = 1;
        }
        for (int i = 0; i < n; i++) {
            direction[i] = scale[i] * work[i];
        }
        return length;
    }

    @Override
    public boolean isHealthy() {
        return healthy;
    }
}
