package org.optbench.optimizers.bayes;

import java.util.List;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Optimistic games for large combinatorial spaces, {@code game-opt}. */
public final class GameOptProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("game-opt", "1", "GameOpt", "bayesian",
            "Maximises the confidence bound of a Gaussian process as a game in which each parameter answers the others with its best value; made for "
                    + "large categorical spaces.",
            List.of("Bal, Sessa, Mutny and Krause 2024: Optimistic Games for Combinatorial Bayesian Optimization with Application to Protein Design"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
            GameOptOptimizer.SPACE);

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new GameOptOptimizer(context);
    }
}
