package org.optbench.optimizers.bayes;

import java.util.List;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** Gaussian-process Bayesian optimization, {@code gp-bo}. */
public final class GpProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("gp-bo", "1", "Gaussian-process Bayesian optimization", "bayesian",
            "Fits a Gaussian process (Matern-5/2, one lengthscale per parameter, dimension-scaled priors) to the results and maximises log expected "
                    + "improvement by gradients.",
            List.of("Jones, Schonlau and Welch 1998: Efficient Global Optimization of Expensive Black-Box Functions",
                    "Snoek, Larochelle and Adams 2012: Practical Bayesian Optimization of Machine Learning Algorithms",
                    "Ament, Daulton, Eriksson, Balandat and Bakshy 2023: Unexpected Improvements to Expected Improvement for Bayesian Optimization",
                    "Hvarfner, Hellsten and Nardi 2024: Vanilla Bayesian Optimization Performs Great in High Dimensions"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
            GpSettings.SPACE)
            .withPresets(preset("ei", "Expected improvement itself", "acquisition", "ei"), preset("pi", "Probability of improvement", "acquisition", "pi"),
                    preset("ucb", "Confidence bound", "acquisition", "ucb"), preset("noisy-ei", "Noisy expected improvement", "acquisition", "noisy-ei"),
                    preset("kg", "Knowledge gradient", "acquisition", "knowledge-gradient"),
                    preset("thompson", "Thompson sampling", "acquisition", "thompson"), preset("rbf", "Squared exponential kernel", "kernel", "rbf"),
                    preset("warped", "Learned input warps", "input_warping", "true"));

    private static Preset preset(String id, String summary, String setting, String choice) {
        return new Preset(id, summary, Configuration.empty().with(setting, Value.of(choice)));
    }

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new GpOptimizer(context);
    }

    /**
     * The optimizer with a term added to the logarithm of its acquisition; settings are those of {@code gp-bo}, of which the acquisition should be positive
     * ({@code ei}, {@code log-ei}, {@code pi}).
     */
    public static Optimizer create(OptimizerContext context, AcquisitionTerm term) {
        return new GpOptimizer(context, term);
    }
}
