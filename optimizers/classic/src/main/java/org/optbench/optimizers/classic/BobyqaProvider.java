package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** BOBYQA with restarts. */
public final class BobyqaProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(FloatParameter.log("radius", 0.01, 0.45).withDefault(0.2), FloatParameter.log("tolerance", 1e-12, 1e-3).withDefault(1e-8));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("bobyqa", "1", "BOBYQA", "direct search",
                "A quadratic model in a trust region within the bounds, by Commons Math; restarts at random. Up to 100 coordinates; a few milliseconds a suggestion.",
                List.of("Powell, The BOBYQA algorithm for bound constrained optimization without derivatives, 2009"),
                new Capabilities(Capable.numbers(), Set.of(), 100), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("bobyqa");
        int longest = (int) Math.min(1000, 30L * (space.unitCube().width() + 1));
        return new SteadyStateOptimizer(context.problem(),
                new ReplayedSearch(space, new BobyqaSearch(context.settings().real("radius"), context.settings().real("tolerance")), longest, random));
    }
}
