package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.GenerationalOptimizer;

/** Evolution strategy with low-rank perturbations. */
public final class LowRankEsProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("pairs", 2, 100).withDefault(8),
            IntParameter.linear("rank", 1, 4).withDefault(1), FloatParameter.log("sigma", 0.005, 0.5).withDefault(0.1),
            FloatParameter.log("learningRate", 0.01, 2).withDefault(0.5), FloatParameter.linear("decay", 0.9, 1).withDefault(0.97));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("eggroll", "1", "Low-rank ES (EGGROLL)", "evolution strategy",
                "Follows the gradient of a smoothed objective, estimated from antithetic perturbations of the coordinates laid out as a matrix, each a product of two thin normal matrices.",
                List.of("Sarkar et al., Evolution Strategies at the Hyperscale, 2025",
                        "Salimans et al., Evolution Strategies as a Scalable Alternative to Reinforcement Learning, 2017"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("eggroll");
        return new GenerationalOptimizer(context.problem(), new LowRankEs(Starts.atDefault(space), (int) context.settings().whole("pairs"),
                (int) context.settings().whole("rank"), context.settings().real("sigma"), context.settings().real("learningRate"),
                context.settings().real("decay"), random));
    }
}
