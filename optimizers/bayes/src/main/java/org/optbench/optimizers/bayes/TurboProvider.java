package org.optbench.optimizers.bayes;

import java.util.List;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Trust-region Bayesian optimization, {@code turbo}. */
public final class TurboProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("turbo", "1", "TuRBO", "bayesian",
            "Thompson sampling of a local Gaussian process inside a trust region that grows after successes, shrinks after failures and restarts.",
            List.of("Eriksson, Pearce, Gardner, Turner and Poloczek 2019: Scalable Global Optimization via Local Bayesian Optimization",
                    "Eriksson and Poloczek 2021: Scalable Constrained Bayesian Optimization"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE), TurboOptimizer.SPACE);

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new TurboOptimizer(context);
    }
}
