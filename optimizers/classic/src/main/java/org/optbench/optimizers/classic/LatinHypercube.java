package org.optbench.optimizers.classic;

import java.util.random.RandomGenerator;

/** Latin hypercube designs one after the other: each coordinate of a design has one point in each of its equal strata (McKay et al. 1979). */
final class LatinHypercube {

    private final int n;
    private final int size;
    private final RandomGenerator random;
    private double[][] design = new double[0][];
    private int next;

    LatinHypercube(int n, int size, RandomGenerator random) {
        this.n = n;
        this.size = size;
        this.random = random;
    }

    /** The next point, each coordinate in [0, 1). */
    double[] next() {
        if (next == design.length) {
            design = draw();
            next = 0;
        }
        return design[next++];
    }

    private double[][] draw() {
        double[][] points = new double[size][n];
        for (int k = 0; k < n; k++) {
            int[] strata = new int[size];
            for (int i = 0; i < size; i++) {
                int at = random.nextInt(i + 1);
                strata[i] = strata[at];
                strata[at] = i;
            }
            for (int i = 0; i < size; i++) {
                points[i][k] = (strata[i] + random.nextDouble()) / size;
            }
        }
        return points;
    }
}
