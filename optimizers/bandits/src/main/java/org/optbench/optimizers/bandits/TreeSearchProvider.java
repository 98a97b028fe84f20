package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Monte Carlo tree search on any space, made for conditional ones. */
public final class TreeSearchProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("exploration", 0.02, 2).withDefault(0.15),
            IntParameter.log("bins", 2, 64).withDefault(8), CategoricalParameter.of("bisection", "false", "true"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("mcts", "1", "Monte Carlo tree search", "tree search",
                "Makes a configuration decision by decision, parents before children; bandits choose where results are known, chance below.",
                List.of("Negrinho and Gordon, DeepArchitect: Automatically Designing and Training Deep Architectures, 2017",
                        "Kocsis and Szepesvari, Bandit Based Monte-Carlo Planning, 2006"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
                SETTINGS).withPresets(preset("bisection", "Decides about numbers by halving their range", "bisection", Value.of("true")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        Problem problem = context.problem();
        DecisionTree tree = new DecisionTree(problem.space(), (int) settings.whole("bins"), settings.choice("bisection").equals("true"));
        return new SteadyStateOptimizer(problem,
                new TreeSearch(tree, settings.real("exploration"), problem.noisy(), context.random().stream("mcts")));
    }
}
