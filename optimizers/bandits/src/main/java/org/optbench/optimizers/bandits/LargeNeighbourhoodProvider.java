package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Adaptive large neighbourhood search on any space, made for combinatorial ones. */
public final class LargeNeighbourhoodProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditKind.setting("bandit", BanditKind.THOMPSON),
            FloatParameter.linear("tolerance", 0, 1).withDefault(0.5));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("alns", "1", "Adaptive large neighbourhood search", "direct search",
                "Destroys and repairs a part of the current solution; a bandit learns which operators and how much destruction pay.",
                List.of("Ropke and Pisinger, An Adaptive Large Neighborhood Search Heuristic for the Pickup and Delivery Problem with Time Windows, 2006",
                        "Cai, Kadioglu and Dilkina, Balans: Multi-Armed Bandits-based Adaptive Large Neighborhood Search for Mixed-Integer Programming, 2024"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.RANK_ONLY),
                SETTINGS).withPresets(preset("roulette", "Weights that follow the rewards, as published first", "bandit", Value.of("roulette")),
                        preset("ucb", "Confidence bounds", "bandit", Value.of("ucb")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        Problem problem = context.problem();
        double budget = context.budget().expectedFullEvaluations();
        return new SteadyStateOptimizer(problem, new LargeNeighbourhoodSearch(problem.space(), BanditKind.of(settings.choice("bandit")),
                settings.real("tolerance"), Double.isInfinite(budget) ? 1000 : budget, problem.noisy(), context.random().stream("alns")));
    }
}
