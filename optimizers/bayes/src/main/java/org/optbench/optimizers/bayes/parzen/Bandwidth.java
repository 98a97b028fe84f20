package org.optbench.optimizers.bayes.parzen;

import java.util.Arrays;

/** Rules for the widths of Gaussian kernels on [0, 1]. */
public enum Bandwidth {
    /** {@code factor n^(-1/(d+4))} whatever the data (multivariate TPE of Optuna). */
    FIXED {
        @Override
        void fill(double[] centres, int n, int dimensions, double factor, double[] widths) {
            Arrays.fill(widths, 0, n, factor * StrictMath.pow(Math.max(n, 1), -1.0 / (dimensions + 4)));
        }
    },
    /** Scott's rule {@code factor s n^(-1/(d+4))} with the deviation {@code s} of the data: narrows as the data gather. */
    SCOTT {
        @Override
        void fill(double[] centres, int n, int dimensions, double factor, double[] widths) {
            double mean = 0;
            int active = 0;
            for (int i = 0; i < n; i++) {
                if (!Double.isNaN(centres[i])) {
                    mean += centres[i];
                    active++;
                }
            }
            mean /= Math.max(active, 1);
            double squares = 0;
            for (int i = 0; i < n; i++) {
                squares += Double.isNaN(centres[i]) ? 0 : (centres[i] - mean) * (centres[i] - mean);
            }
            double deviation = active > 1 ? Math.sqrt(squares / (active - 1)) : 0.3;
            Arrays.fill(widths, 0, n, factor * deviation * StrictMath.pow(Math.max(active, 1), -1.0 / (dimensions + 4)));
        }
    },
    /** Distance to the farther of the two neighbours on the line (Bergstra et al. 2011). */
    NEIGHBOUR {
        @Override
        void fill(double[] centres, int n, int dimensions, double factor, double[] widths) {
            double[] sorted = Arrays.copyOf(centres, n);
            Arrays.sort(sorted); // NaN last
            for (int i = 0; i < n; i++) {
                int at = Double.isNaN(centres[i]) ? -1 : Arrays.binarySearch(sorted, centres[i]);
                if (at >= 0) {
                    double below = centres[i] - (at == 0 ? 0 : sorted[at - 1]);
                    double above = (at + 1 >= n || Double.isNaN(sorted[at + 1]) ? 1 : sorted[at + 1]) - centres[i];
                    widths[i] = factor * Math.max(below, above);
                } else {
                    widths[i] = 1;
                }
            }
        }
    };

    /**
     * Fills the widths of the kernels in one coordinate.
     *
     * @param centres coordinates, NaN where inactive
     * @param n number of centres
     * @param dimensions coordinates of a joint kernel; 1 for an independent one
     * @param factor multiplies every width
     * @param widths filled
     */
    abstract void fill(double[] centres, int n, int dimensions, double factor, double[] widths);
}
