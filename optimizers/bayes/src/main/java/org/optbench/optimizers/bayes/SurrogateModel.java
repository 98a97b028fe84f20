package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.GaussianProcessFitter;
import org.optbench.optimizers.bayes.gp.Hyperparameters;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Priors;

/** A Gaussian process that is refitted as data arrive, each time from where it was. */
final class SurrogateModel {
    private static final int ALWAYS_REFIT_BELOW = 60;
    private static final double REFIT_GROWTH = 1.04;

    private final KernelShape shape;
    private final Priors priors;
    private final boolean warping;
    private Optional<Hyperparameters> last = Optional.empty();
    private int fittedAt;
    private int fits;

    SurrogateModel(KernelShape shape, Priors priors, boolean warping) {
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
    GaussianProcess fit(double[][] points, double[] y, RandomGenerator random) {
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
    static GaussianProcess believe(GaussianProcess process, List<double[]> pending) {
        GaussianProcess extended = process;
        for (double[] features : new ArrayList<>(pending)) {
            extended = extended.with(features, extended.predict(features).mean());
        }
        return extended;
    }
}
