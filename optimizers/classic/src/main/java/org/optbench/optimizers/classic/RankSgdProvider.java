package org.optbench.optimizers.classic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.GenerationalOptimizer;

/** Zeroth-order descent from ranks alone. */
public final class RankSgdProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(IntParameter.log("queries", 3, 50).withDefault(10), IntParameter.linear("lineSearch", 1, 10).withDefault(4),
                    FloatParameter.log("radius", 1e-3, 0.5).withDefault(0.15), FloatParameter.log("stepLength", 0.1, 10).withDefault(1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("zo-ranksgd", "1", "ZO-RankSGD", "zeroth-order",
                "Estimates a descent direction from the order of random perturbations, then searches along it; needs ranks only.",
                List.of("Tang, Rybin and Chang, Zeroth-Order Optimization Meets Human Feedback: Provable Learning via Ranking Oracles, 2024"),
                Capabilities.of(Capable.numbers(), Feature.PARALLEL, Feature.RANK_ONLY), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("zo-ranksgd");
        return new GenerationalOptimizer(context.problem(), new RankSgd(Points.atDefault(space), (int) context.settings().whole("queries"),
                (int) context.settings().whole("lineSearch"), context.settings().real("radius"), context.settings().real("stepLength"), random));
    }
}
