package org.optbench.optimizers.bayes;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** The tree-structured Parzen estimator, {@code tpe}. */
public final class TpeProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("tpe", "1", "Tree-structured Parzen estimator", "bayesian",
            "Draws candidates from a kernel density of the good trials and takes the one that is most likely there and least likely among the rest.",
            List.of("Bergstra, Bardenet, Bengio and Kegl 2011: Algorithms for Hyper-Parameter Optimization",
                    "Falkner, Klein and Hutter 2018: BOHB (multivariate kernel)",
                    "Watanabe 2023: Tree-Structured Parzen Estimator: Understanding Its Algorithm Components and Their Roles for Better Empirical Performance"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
            TpeSettings.SPACE)
            .withPresets(
                    preset("univariate", "One estimator a parameter, kernels as wide as the gaps (Bergstra et al. 2011)",
                            Map.of("multivariate", Value.of("false"), "bandwidth", Value.of("neighbour"), "bandwidth_factor", Value.of(1.0), "gamma",
                                    Value.of(0.1), "weights", Value.of("uniform"))),
                    preset("wide", "Joint kernels of fixed width 0.2 n^(-1/(d+4)) and equal weights, as in Optuna's multivariate sampler",
                            Map.of("bandwidth_factor", Value.of(0.2), "gamma", Value.of(0.1), "weights", Value.of("uniform"))),
                    preset("improvement", "Good trials weighted by their improvement (Watanabe 2023)",
                            Map.of("weights", Value.of("improvement"))));

    private static Preset preset(String id, String summary, Map<String, Value> settings) {
        return new Preset(id, summary, Configuration.of(settings));
    }

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new TpeOptimizer(context);
    }
}
