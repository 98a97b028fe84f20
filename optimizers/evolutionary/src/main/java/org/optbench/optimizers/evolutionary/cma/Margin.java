package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;

/**
 * Keeps the probability of leaving the current value of a discrete coordinate above a margin, so that the search does not freeze on a plateau: Hamano,
 * Saito, Nomura and Shirakawa, "CMA-ES with Margin: Lower-Bounding Marginal Probability for Mixed-Integer Black-Box Optimization" (2022), section 4.
 */
final class Margin {

    private final Lattice lattice;
    private final double alpha;

    /** @param alpha the margin, 1 / (n lambda) in the paper */
    Margin(Lattice lattice, double alpha) {
        this.lattice = lattice;
        this.alpha = alpha;
    }

    /**
     * Corrects the mean and the scaling of every discrete coordinate.
     *
     * @param deviation standard deviation of each coordinate without the scaling
     * @param scaling   factor per coordinate, the diagonal of the matrix A of the paper
     */
    void apply(double[] mean, double[] scaling, double[] deviation) {
        for (int j = 0; j < mean.length; j++) {
            double[] borders = lattice.thresholds()[j];
            if (borders.length > 0 && deviation[j] > 0) {
                int above = Arrays.binarySearch(borders, mean[j]);
                above = above >= 0 ? above : -above - 1;
                if (above == 0 || above == borders.length) {
                    edge(mean, scaling[j] * deviation[j], j, borders[above == 0 ? 0 : borders.length - 1]);
                } else {
                    inner(mean, scaling, deviation[j], j, borders[above - 1], borders[above]);
                }
            }
        }
    }

    private void edge(double[] mean, double deviation, int j, double border) {
        double farthest = deviation * Normal.quantile(1 - alpha);
        double distance = mean[j] - border;
        if (Math.abs(distance) > farthest) {
            mean[j] = border + Math.copySign(farthest, distance);
        }
    }

    private void inner(double[] mean, double[] scaling, double deviation, int j, double low, double high) {
        double spread = scaling[j] * deviation;
        double below = Normal.cdf((low - mean[j]) / spread);
        double above = Normal.cdf((mean[j] - high) / spread);
        double half = alpha / 2;
        if (below >= half && above >= half && 1 - below - above >= half) {
            return;
        }
        double p = Math.max(half, below);
        double q = Math.max(half, above);
        double middle = Math.max(half, 1 - below - above);
        double excess = (1 - p - q - middle) / (p + q + middle - 3 * half);
        double toLow = Normal.quantile(1 - Math.min(0.5 - 1e-9, p + excess * (p - half)));
        double toHigh = Normal.quantile(1 - Math.min(0.5 - 1e-9, q + excess * (q - half)));
        mean[j] = (low * toHigh + high * toLow) / (toLow + toHigh);
        scaling[j] = (high - low) / (deviation * (toLow + toHigh));
    }
}
