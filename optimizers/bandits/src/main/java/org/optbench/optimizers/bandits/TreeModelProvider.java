package org.optbench.optimizers.bandits;

import java.util.List;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Model-based optimization on tree-structured spaces. */
public final class TreeModelProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("initial", 2, 100).withDefault(10),
            IntParameter.log("candidates", 8, 1024).withDefault(128), FloatParameter.log("exploration", 0.005, 5).withDefault(0.1),
            FloatParameter.linear("epsilon", 0, 0.5).withDefault(0.1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("tree-smbo", "1", "SMBO on trees", "tree search",
                "Predicts results from the decisions that made a configuration and their pairs, and proposes the candidate whose confidence bound promises most.",
                List.of("Negrinho and Gordon, DeepArchitect: Automatically Designing and Training Deep Architectures, 2017",
                        "Li, Chu, Langford and Schapire, A Contextual-Bandit Approach to Personalized News Article Recommendation, 2010"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
                SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        return new SteadyStateOptimizer(context.problem(), new TreeModel(context.problem(), (int) settings.whole("initial"),
                (int) settings.whole("candidates"), settings.real("exploration"), settings.real("epsilon"), context.random().stream("tree-smbo")));
    }
}
