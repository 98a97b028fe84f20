package org.optbench.subsets;

import java.util.Arrays;

/**
 * Principal components of a performance matrix, for campaigns with more optimizers than a discrepancy can take as dimensions.
 *
 * @param mean mean of each column
 * @param components unit vectors {@code [c][d]}, by falling variance; the entry of largest absolute value is positive
 * @param variance variance along each component, divisor n - 1
 */
public record PrincipalComponents(double[] mean, double[][] components, double[] variance) {

    /** Copies the arrays. */
    public PrincipalComponents {
        mean = mean.clone();
        variance = variance.clone();
        components = Arrays.stream(components).map(double[]::clone).toArray(double[][]::new);
    }

    /** A copy of the means. */
    @Override
    public double[] mean() {
        return mean.clone();
    }

    /** A copy of the components. */
    @Override
    public double[][] components() {
        return Arrays.stream(components).map(double[]::clone).toArray(double[][]::new);
    }

    /** A copy of the variances. */
    @Override
    public double[] variance() {
        return variance.clone();
    }

    /**
     * All components of a matrix {@code [n][d]}, by the eigenvectors of the covariance (cyclic Jacobi rotations, O(d^3) a sweep).
     *
     * @throws IllegalArgumentException with fewer than two rows
     */
    public static PrincipalComponents fit(double[][] matrix) {
        double[][] x = Points.finite(matrix);
        if (x.length < 2) {
            throw new IllegalArgumentException("matrix has 1 row: at least 2 are needed. Maybe a filter removed the others?");
        }
        int d = x[0].length;
        double[] mean = new double[d];
        for (double[] r : x) {
            for (int j = 0; j < d; j++) {
                mean[j] += r[j] / x.length;
            }
        }
        double[][] a = new double[d][d];
        for (double[] r : x) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    a[i][j] += (r[i] - mean[i]) * (r[j] - mean[j]) / (x.length - 1);
                }
            }
        }
        double[][] v = jacobi(a);
        Integer[] order = new Integer[d];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (p, q) -> Double.compare(a[q][q], a[p][p]));
        double[][] components = new double[d][d];
        double[] variance = new double[d];
        for (int c = 0; c < d; c++) {
            variance[c] = Math.max(0.0, a[order[c]][order[c]]);
            int largest = 0;
            for (int j = 0; j < d; j++) {
                components[c][j] = v[j][order[c]];
                largest = Math.abs(components[c][j]) > Math.abs(components[c][largest]) + 1e-12 ? j : largest;
            }
            if (components[c][largest] < 0.0) {
                for (int j = 0; j < d; j++) {
                    components[c][j] = -components[c][j];
                }
            }
        }
        return new PrincipalComponents(mean, components, variance);
    }

    /** Diagonalises a in place; returns the eigenvectors as columns. */
    private static double[][] jacobi(double[][] a) {
        int d = a.length;
        double[][] v = new double[d][d];
        double norm = 0.0;
        for (int i = 0; i < d; i++) {
            v[i][i] = 1.0;
            for (int j = 0; j < d; j++) {
                norm += a[i][j] * a[i][j];
            }
        }
        for (int sweep = 0; sweep < 100; sweep++) {
            double off = 0.0;
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    off += a[p][q] * a[p][q];
                    rotate(a, v, p, q);
                }
            }
            if (off <= 1e-28 * norm) {
                break;
            }
        }
        return v;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0.0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
        double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
        double c = 1.0 / Math.sqrt(t * t + 1.0);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double x = a[i][p];
            double y = a[i][q];
            a[i][p] = c * x - s * y;
            a[i][q] = s * x + c * y;
        }
        for (int i = 0; i < a.length; i++) {
            double x = a[p][i];
            double y = a[q][i];
            a[p][i] = c * x - s * y;
            a[q][i] = s * x + c * y;
            x = v[i][p];
            y = v[i][q];
            v[i][p] = c * x - s * y;
            v[i][q] = s * x + c * y;
        }
    }

    /** Share of the total variance in the first components, in [0, 1]; 1 for constant data. */
    public double explained(int count) {
        double total = Arrays.stream(variance).sum();
        return total > 0.0 ? Arrays.stream(variance, 0, count).sum() / total : 1.0;
    }

    /** The fewest components that explain a share of the variance in (0, 1]. */
    public int componentsFor(double share) {
        int c = 1;
        while (c < variance.length && explained(c) < share - 1e-12) {
            c++;
        }
        return c;
    }

    /** Scores {@code [n][count]} of the rows on the first components. */
    public double[][] project(double[][] matrix, int count) {
        if (count < 1 || count > components.length) {
            throw new IllegalArgumentException("count is " + count + " of " + components.length
                    + " components: it must lie between 1 and their number. Maybe use componentsFor(0.95)?");
        }
        double[][] x = Points.finite(matrix);
        double[][] y = new double[x.length][count];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < count; c++) {
                for (int j = 0; j < mean.length; j++) {
                    y[i][c] += (x[i][j] - mean[j]) * components[c][j];
                }
            }
        }
        return y;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PrincipalComponents p && Arrays.equals(mean, p.mean) && Arrays.deepEquals(components, p.components)
                && Arrays.equals(variance, p.variance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(components);
    }

    @Override
    public String toString() {
        return "PrincipalComponents[variance=" + Arrays.toString(variance) + "]";
    }
}
