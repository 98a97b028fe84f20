package org.optbench.optimizers.multiobjective;

import java.util.List;

/**
 * Maps objectives to about [0, 1]: the ideal point to 0, the nadir point to 1. An objective that does not vary maps to 0 at its value. Safe for
 * any finite values, whose differences may overflow.
 *
 * @param ideal least values {@code [m]}
 * @param nadir largest values {@code [m]}
 */
record Scaling(double[] ideal, double[] nadir) {

    /** Between the least and the largest values of some individuals, at least one, all with values. */
    static Scaling of(List<Individual> individuals) {
        return ofVectors(individuals.stream().map(Individual::objectives).toArray(double[][]::new));
    }

    /** Between the least and the largest values of some vectors {@code [n][m]}, at least one. */
    static Scaling ofVectors(double[][] vectors) {
        double[] least = vectors[0].clone();
        double[] largest = vectors[0].clone();
        for (double[] vector : vectors) {
            for (int j = 0; j < least.length; j++) {
                least[j] = Math.min(least[j], vector[j]);
                largest[j] = Math.max(largest[j], vector[j]);
            }
        }
        return new Scaling(least, largest);
    }

    /** Scaled values {@code [m]}. */
    double[] apply(double[] objectives) {
        double[] scaled = new double[objectives.length];
        for (int j = 0; j < scaled.length; j++) {
            // Halves, since the difference of two finite numbers may be infinite.
            double range = nadir[j] / 2 - ideal[j] / 2;
            double above = objectives[j] / 2 - ideal[j] / 2;
            double value = range > 0 ? above / range : above;
            scaled[j] = Math.clamp(value, -1e100, 1e100);
        }
        return scaled;
    }
}
