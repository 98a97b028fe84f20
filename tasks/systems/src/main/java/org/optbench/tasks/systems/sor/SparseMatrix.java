package org.optbench.tasks.systems.sor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A symmetric matrix by rows: a diagonal and the entries beside it with ascending columns in each row. Immutable; the arrays are not to be written.
 *
 * @param diagonal array shape {@code [n]}
 * @param start    where each row begins, array shape {@code [n + 1]}
 * @param column   column of each entry beside the diagonal
 * @param value    that entry
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loops of the solvers
record SparseMatrix(double[] diagonal, int[] start, int[] column, double[] value) {

    /** An edge of a weighted graph: the entries {@code (i, j)} and {@code (j, i)} are minus its weight. */
    record Edge(int i, int j, double weight) {
    }

    /** The matrix with a diagonal and minus the weights of the edges beside it. */
    static SparseMatrix of(double[] diagonal, List<Edge> edges) {
        int n = diagonal.length;
        int[] start = new int[n + 1];
        for (Edge edge : edges) {
            start[edge.i() + 1]++;
            start[edge.j() + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] column = new int[2 * edges.size()];
        double[] value = new double[2 * edges.size()];
        int[] next = Arrays.copyOf(start, n);
        List<Edge> both = edges.stream().flatMap(edge -> Stream.of(edge, new Edge(edge.j(), edge.i(), edge.weight())))
                .sorted(Comparator.comparingInt(Edge::j)).toList();
        for (Edge edge : both) {
            int at = next[edge.i()]++;
            column[at] = edge.j();
            value[at] = -edge.weight();
        }
        return new SparseMatrix(diagonal.clone(), start, column, value);
    }

    /** The Laplacian of a weighted graph plus a multiple of the identity, which is its smallest eigenvalue. */
    static SparseMatrix laplacian(int n, List<Edge> edges, double smallest) {
        double[] diagonal = new double[n];
        Arrays.fill(diagonal, smallest);
        for (Edge edge : edges) {
            diagonal[edge.i()] += edge.weight();
            diagonal[edge.j()] += edge.weight();
        }
        return of(diagonal, edges);
    }

    /** Number of rows. */
    int size() {
        return diagonal.length;
    }

    /** Floating-point operations of a product with a vector. */
    double flops() {
        return 2.0 * (value.length + diagonal.length);
    }

    /** The entries beside the diagonal of one row, times a vector. */
    double besideDiagonal(int row, double[] x) {
        double sum = 0.0;
        for (int k = start[row]; k < start[row + 1]; k++) {
            sum += value[k] * x[column[k]];
        }
        return sum;
    }

    /**
     * The spectral radius of the Jacobi iteration {@code -D^-1 (A - D)} with the shifted diagonal, by power iteration on the square of its symmetric
     * form from a positive vector, until it changes by less than 1e-14.
     */
    double jacobiRadius(double shift) {
        int n = size();
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(diagonal[i] + shift);
        }
        double[] x = new double[n];
        Arrays.fill(x, 1.0 / Math.sqrt(n));
        double radius = 0.0;
        for (int step = 0; step < 100_000; step++) {
            double[] y = symmetricJacobi(x, root);
            double[] z = symmetricJacobi(y, root);
            double norm = Math.sqrt(dot(z, z));
            double previous = radius;
            radius = Math.sqrt(norm);
            for (int i = 0; i < n; i++) {
                x[i] = z[i] / norm;
            }
            if (Math.abs(radius - previous) < 1e-14) {
                break;
            }
        }
        return radius;
    }

    private double[] symmetricJacobi(double[] x, double[] root) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] / root[i];
        }
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = -besideDiagonal(i, scaled) / root[i];
        }
        return product;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
