package org.optbench.optimizers.multiobjective;

/** Ways to make one number of several scaled objectives, to minimise; the ideal point is 0. */
enum Scalarisation {
    /** {@code sum w_j f_j}. Finds the convex parts of a front only. */
    LINEAR {
        @Override
        double of(double[] scaled, double[] weights) {
            double sum = 0;
            for (int j = 0; j < scaled.length; j++) {
                sum += weights[j] * scaled[j];
            }
            return sum;
        }
    },
    /** {@code max w_j f_j} (Zhang and Li 2007, equation 5). */
    CHEBYSHEV {
        @Override
        double of(double[] scaled, double[] weights) {
            double worst = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < scaled.length; j++) {
                worst = Math.max(worst, Math.max(weights[j], LEAST_WEIGHT) * scaled[j]);
            }
            return worst;
        }
    },
    /** {@code max w_j f_j + 0.05 sum w_j f_j} (Knowles 2006, equation 2). */
    AUGMENTED_CHEBYSHEV {
        @Override
        double of(double[] scaled, double[] weights) {
            double worst = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < scaled.length; j++) {
                worst = Math.max(worst, weights[j] * scaled[j]);
            }
            return worst + AUGMENTATION * LINEAR.of(scaled, weights);
        }
    },
    /** Penalty boundary intersection: the distance along the direction plus 5 times the distance from it (Zhang and Li 2007, equation 7). */
    PBI {
        @Override
        double of(double[] scaled, double[] weights) {
            double length = 0;
            for (double weight : weights) {
                length += weight * weight;
            }
            double along = LINEAR.of(scaled, weights) / Math.sqrt(length);
            double off = 0;
            for (int j = 0; j < scaled.length; j++) {
                double difference = scaled[j] - along * weights[j] / Math.sqrt(length);
                off += difference * difference;
            }
            return along + PENALTY * Math.sqrt(off);
        }
    };

    private static final double LEAST_WEIGHT = 1e-4;
    private static final double AUGMENTATION = 0.05;
    private static final double PENALTY = 5;

    /**
     * The value.
     *
     * @param scaled  objectives {@code [m]} of which 0 is ideal and 1 the nadir
     * @param weights not negative, sum 1, {@code [m]}
     */
    abstract double of(double[] scaled, double[] weights);
}
