package org.optbench.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A Gaussian process that is refitted as data arrive, each time from where it was. */
public final class SurrogateModel {
    private static final int ALWAYS_REFIT_BELOW = 60;
    private static final double REFIT_GROWTH = 1.04;

    private final KernelShape shape;
    private final Priors priors;
    private final boolean warping;
    private Optional<Hyperparameters> last = Optional.empty();
    private int fittedAt;
    private int fits;

    /**
     * A model without data.
     *
     * @param warping true to learn input warps
     */
    public SurrogateModel(KernelShape shape, Priors priors, boolean warping) {
        this.shape = shape;
        this.priors = priors;
        this.warping = warping;
    }

    /**
     * The process given the data; hyperparameters are learned anew while data are few, then each time they grew by 4 percent.
     *
     * @param points features
     * @param y transformed observations
     */
    public GaussianProcess fit(double[][] points, double[] y, RandomGenerator random) {
        boolean refit = last.isEmpty() || y.length < ALWAYS_REFIT_BELOW || y.length >= REFIT_GROWTH * fittedAt || y.length < fittedAt;
        if (!refit) {
            return GaussianProcess.condition(shape, last.orElseThrow(), points, y);
        }
        // A second start guards against a poor mode found when there were few data.
        int restarts = fits % 4 == 0 && y.length < 300 ? 1 : 0;
        GaussianProcess process = new GaussianProcessFitter(shape, priors, warping, restarts, last.isEmpty() ? 60 : 25).fit(points, y, last, random);
        last = Optional.of(process.hyperparameters());
        fittedAt = y.length;
        fits++;
        return process;
    }

    /** The process extended by its own predictions at points whose result is not known yet (the Kriging believer). */
    public static GaussianProcess believe(GaussianProcess process, List<double[]> pending) {
        GaussianProcess extended = process;
        for (double[] features : new ArrayList<>(pending)) {
            extended = extended.with(features, extended.predict(features).mean());
        }
        return extended;
    }
}
