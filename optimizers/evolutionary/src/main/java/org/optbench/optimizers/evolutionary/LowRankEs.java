package org.optbench.optimizers.evolutionary;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * EGGROLL on the unit cube: the coordinates are laid out as a matrix, a perturbation is A B' / sqrt(rank) with normal factors (Sarkar et al. 2025, equation 5), and the mean moves
 * along the perturbations weighted by centred ranks, antithetic pairs sharing one. Starts anew at random when the step has decayed away.
 */
final class LowRankEs implements GenerationalOptimizer.Method {

    private static final double SMALLEST_SIGMA = 1e-4;

    private final int rank;
    private final double initialSigma;
    private final double learningRate;
    private final double decay;
    private final RandomGenerator random;
    private final int rows;
    private final int columns;
    private final double[][] perturbations;
    private final double[][] points;
    private double[] mean;
    private double sigma;

    LowRankEs(double[] start, int pairs, int rank, double sigma, double learningRate, double decay, RandomGenerator random) {
        this.mean = start;
        this.rank = rank;
        this.sigma = sigma;
        this.initialSigma = sigma;
        this.learningRate = learningRate;
        this.decay = decay;
        this.random = random;
        this.rows = (int) Math.ceil(Math.sqrt(start.length));
        this.columns = (start.length + rows - 1) / rows;
        this.perturbations = new double[pairs][start.length];
        this.points = new double[2 * pairs][start.length];
    }

    @Override
    public double[][] next() {
        for (int pair = 0; pair < perturbations.length; pair++) {
            perturb(perturbations[pair]);
            for (int k = 0; k < mean.length; k++) {
                points[2 * pair][k] = Math.clamp(mean[k] + sigma * perturbations[pair][k], 0.0, 1.0);
                points[2 * pair + 1][k] = Math.clamp(mean[k] - sigma * perturbations[pair][k], 0.0, 1.0);
            }
        }
        return points;
    }

    private void perturb(double[] perturbation) {
        Arrays.fill(perturbation, 0);
        for (int r = 0; r < rank; r++) {
            double[] a = gaussians(rows);
            double[] b = gaussians(columns);
            for (int k = 0; k < perturbation.length; k++) {
                perturbation[k] += a[k / columns] * b[k % columns] / Math.sqrt(rank);
            }
        }
    }

    private double[] gaussians(int count) {
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) {
            draws[i] = random.nextGaussian();
        }
        return draws;
    }

    @Override
    public void tell(Score[] scores) {
        int[] order = Ranking.order(scores);
        double[] weights = new double[scores.length];
        for (int place = 0; place < order.length; place++) {
            weights[order[place]] = 0.5 - place / (order.length - 1.0);
        }
        for (int pair = 0; pair < perturbations.length; pair++) {
            double weight = learningRate * sigma * (weights[2 * pair] - weights[2 * pair + 1]) * 2 / Math.sqrt(perturbations.length);
            for (int k = 0; k < mean.length; k++) {
                mean[k] = Math.clamp(mean[k] + weight * perturbations[pair][k], 0.0, 1.0);
            }
        }
        sigma *= decay;
        if (sigma < SMALLEST_SIGMA) {
            sigma = initialSigma;
            mean = random.doubles(mean.length).toArray();
        }
    }
}
