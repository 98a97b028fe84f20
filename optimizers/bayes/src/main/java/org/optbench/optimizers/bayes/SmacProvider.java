package org.optbench.optimizers.bayes;

import java.util.List;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Sequential model-based algorithm configuration, {@code smac}. */
public final class SmacProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("smac", "1", "SMAC", "bayesian",
            "Fits a random forest to the results, maximises log expected improvement by local search, and repeats promising configurations of noisy "
                    + "problems.",
            List.of("Hutter, Hoos and Leyton-Brown 2011: Sequential Model-Based Optimization for General Algorithm Configuration",
                    "Lindauer et al. 2022: SMAC3: A Versatile Bayesian Optimization Package for Hyperparameter Optimization"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
            ForestSettings.SPACE);

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new SmacOptimizer(context);
    }
}
