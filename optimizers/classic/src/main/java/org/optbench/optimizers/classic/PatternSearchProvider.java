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

/** Pattern search with restarts. */
public final class PatternSearchProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("step", 0.01, 0.5).withDefault(0.2),
            FloatParameter.linear("reduction", 0.1, 0.9).withDefault(0.5), FloatParameter.log("tolerance", 1e-10, 1e-2).withDefault(1e-7));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("pattern-search", "1", "Pattern search (Hooke-Jeeves)", "direct search",
                "Explores along the coordinates and leaps along what was gained, with ever shorter steps; restarts at random.",
                List.of("Hooke and Jeeves, Direct Search Solution of Numerical and Statistical Problems, 1961"),
                Capable.sequential(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("pattern search");
        int longest = (int) Math.min(5000, 200L * (space.unitCube().width() + 1));
        return new SteadyStateOptimizer(context.problem(),
                new ReplayedSearch(space,
                        new PatternSearch(context.settings().real("step"), context.settings().real("reduction"), context.settings().real("tolerance")), longest,
                        random));
    }
}
