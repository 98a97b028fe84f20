package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Evenly spread vectors on the unit simplex: the lattice of Das and Dennis (1998), in two layers for many objectives (Deb and Jain 2014). */
final class Directions {

    private Directions() {
    }

    /**
     * Vectors of non-negative numbers with sum 1.
     *
     * @param objectives at least 2
     * @param most       how many at most; the unit vectors are always there
     * @return {@code [n][objectives]}
     */
    static double[][] simplex(int objectives, int most) {
        int outer = 1;
        while (count(objectives, outer + 1) <= most) {
            outer++;
        }
        List<double[]> vectors = new ArrayList<>(lattice(objectives, outer));
        // A lattice has no inner points unless there are as many divisions as objectives.
        if (outer < objectives) {
            int inner = -1;
            while (inner < outer && vectors.size() + count(objectives, inner + 1) <= most) {
                inner++;
            }
            if (inner >= 0) {
                for (double[] vector : lattice(objectives, inner)) {
                    for (int j = 0; j < objectives; j++) {
                        vector[j] = 0.5 * vector[j] + 0.5 / objectives;
                    }
                    vectors.add(vector);
                }
            }
        }
        return vectors.toArray(double[][]::new);
    }

    /** The number of ways to share {@code divisions} equal parts among the objectives. */
    private static double count(int objectives, int divisions) {
        double count = 1;
        for (int i = 1; i < objectives; i++) {
            count = count * (divisions + i) / i;
        }
        return Math.rint(count);
    }

    private static List<double[]> lattice(int objectives, int divisions) {
        List<double[]> vectors = new ArrayList<>();
        if (divisions == 0) {
            double[] centre = new double[objectives];
            Arrays.fill(centre, 1.0 / objectives);
            vectors.add(centre);
        } else {
            fill(new int[objectives], 0, divisions, divisions, vectors);
        }
        return vectors;
    }

    private static void fill(int[] parts, int at, int left, int divisions, List<double[]> vectors) {
        if (at == parts.length - 1) {
            parts[at] = left;
            double[] vector = new double[parts.length];
            for (int j = 0; j < parts.length; j++) {
                vector[j] = parts[j] / (double) divisions;
            }
            vectors.add(vector);
            return;
        }
        for (int part = 0; part <= left; part++) {
            parts[at] = part;
            fill(parts, at + 1, left - part, divisions, vectors);
        }
    }
}
