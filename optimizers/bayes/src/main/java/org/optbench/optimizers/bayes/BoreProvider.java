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

/** Bayesian optimization by density-ratio estimation, {@code bore}. */
public final class BoreProvider implements OptimizerProvider {
    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("bore", "1", "BORE", "bayesian",
            "Trains a random forest to tell good trials, weighted by rank, from the rest and suggests the point most likely to be good.",
            List.of("Tiao, Klein, Seeger, Bonilla, Archambeau and Ramos 2021: BORE: Bayesian Optimization by Density-Ratio Estimation",
                    "Song, Yu, Neiswanger and Ermon 2022: A General Recipe for Likelihood-free Bayesian Optimization"),
            Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
            BoreOptimizer.SPACE).withPresets(
                    new Preset("binary", "Good trials all alike, as in the paper", Configuration.empty().with("labels", Value.of("binary"))));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new BoreOptimizer(context);
    }
}
