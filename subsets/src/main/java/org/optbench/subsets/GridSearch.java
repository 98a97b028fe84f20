package org.optbench.subsets;

import java.util.Arrays;

/** Every corner of the grid (Niederreiter 1972). For checks on small sets. */
final class GridSearch {

    private GridSearch() {
    }

    static Discrepancy compute(double[][] x) {
        int n = x.length;
        int d = x[0].length;
        double[][] axis = new double[d][];
        double corners = 1.0;
        for (int j = 0; j < d; j++) {
            int dim = j;
            axis[j] = Arrays.stream(Arrays.copyOf(Arrays.stream(x).mapToDouble(p -> p[dim]).toArray(), n + 1)).map(v -> v).toArray();
            axis[j][n] = 1.0;
            axis[j] = Arrays.stream(axis[j]).distinct().toArray();
            corners *= axis[j].length;
        }
        if (corners > 1e8) {
            throw new IllegalArgumentException(
                    "the grid has " + corners + " corners: at most 1e8 are searched. Maybe use Method.SLAB_BOUND?");
        }
        int[] at = new int[d];
        double[] y = new double[d];
        Box best = Box.of(x[0], true, x);
        while (true) {
            for (int j = 0; j < d; j++) {
                y[j] = axis[j][at[j]];
            }
            for (boolean closed : new boolean[]{false, true}) {
                Box b = Box.of(y, closed, x);
                if (b.discrepancy() > best.discrepancy()) {
                    best = b;
                }
            }
            int j = 0;
            while (j < d && ++at[j] == axis[j].length) {
                at[j++] = 0;
            }
            if (j == d) {
                return new Discrepancy(best.discrepancy(), best.discrepancy(), best, Discrepancy.Method.GRID, true);
            }
        }
    }
}
