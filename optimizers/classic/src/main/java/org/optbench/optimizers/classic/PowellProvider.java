package org.optbench.optimizers.classic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Powell's conjugate directions with restarts. */
public final class PowellProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("tolerance", 1e-12, 1e-2).withDefault(1e-9));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("powell", "1", "Powell", "direct search",
                "Line searches along directions that become conjugate, by Commons Math; restarts at random.",
                List.of("Powell, An efficient method for finding the minimum of a function of several variables without calculating derivatives, 1964"),
                Capable.sequential(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("powell");
        int longest = (int) Math.min(5000, 200L * (space.unitCube().width() + 1));
        return new SteadyStateOptimizer(context.problem(), new ReplayedSearch(space, new PowellSearch(context.settings().real("tolerance")), longest, random));
    }
}
