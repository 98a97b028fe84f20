package org.optbench.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.numeric.BoundedLbfgs;

/**
 * Learns hyperparameters by maximum a posteriori.
 *
 * @param shape kernel
 * @param priors priors of the hyperparameters
 * @param warping true to learn input warps
 * @param restarts random starts beside the warm start and the mode of the priors, 0 or more
 * @param iterations most quasi-Newton steps from each start, positive
 */
public record GaussianProcessFitter(KernelShape shape, Priors priors, boolean warping, int restarts, int iterations) {
    private static final double GRADIENT_TOLERANCE = 1e-2;
    private static final double VALUE_TOLERANCE = 1e-4;

    /** Validates. */
    public GaussianProcessFitter {
        if (restarts < 0 || iterations < 1) {
            throw new IllegalArgumentException(restarts + " restarts of " + iterations
                    + " iterations: needs none or more restarts of at least one iteration. Maybe the two were exchanged.");
        }
    }

    /**
     * Fits.
     *
     * @param points features {@code [n][features]}
     * @param y observations {@code [n]}, standardised
     * @param warmStart hyperparameters of an earlier fit; with it no other start is used unless {@code restarts > 0}
     * @param random source of the random starts
     */
    public GaussianProcess fit(double[][] points, double[] y, Optional<Hyperparameters> warmStart, RandomGenerator random) {
        MarginalLikelihood objective = new MarginalLikelihood(shape, priors, warping, GaussianProcess.transpose(points, shape.features()), y);
        int dimension = objective.dimension();
        double[] lower = new double[dimension];
        double[] upper = new double[dimension];
        double[] mode = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            lower[i] = objective.prior(i).logLower();
            upper[i] = objective.prior(i).logUpper();
            mode[i] = objective.prior(i).logMode();
        }
        List<double[]> starts = new ArrayList<>();
        warmStart.ifPresent(h -> starts.add(objective.encode(h)));
        if (warmStart.isEmpty() || restarts > 0) {
            starts.add(mode);
        }
        for (int r = 0; r < restarts; r++) {
            double[] start = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                start[i] = objective.prior(i).mean() + 0.7 * objective.prior(i).deviation() * random.nextGaussian();
            }
            starts.add(start);
        }
        BoundedLbfgs search = new BoundedLbfgs(iterations, GRADIENT_TOLERANCE, VALUE_TOLERANCE);
        double[] best = mode;
        double bestValue = Double.POSITIVE_INFINITY;
        for (double[] start : starts) {
            BoundedLbfgs.Minimum minimum = search.minimise(objective, start, lower, upper);
            if (minimum.value() < bestValue) {
                bestValue = minimum.value();
                best = minimum.point();
            }
        }
        return GaussianProcess.condition(shape, objective.decode(best), points, y);
    }
}
