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

/** The downhill simplex method with restarts. */
public final class NelderMeadSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(FloatParameter.log("edge", 0.01, 0.5).withDefault(0.15), FloatParameter.log("tolerance", 1e-10, 1e-2).withDefault(1e-7));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("nelder-mead", "1", "Nelder-Mead", "direct search",
                "Moves a simplex by reflection, expansion, contraction and shrinkage with dimension-dependent coefficients; restarts at random when it has shrunk.",
                List.of("Nelder and Mead, A Simplex Method for Function Minimization, 1965",
                        "Gao and Han, Implementing the Nelder-Mead simplex algorithm with adaptive parameters, 2012"),
                Capable.sequential(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("nelder-mead");
        int longest = (int) Math.min(5000, 200L * (space.unitCube().width() + 1));
        return new SteadyStateOptimizer(context.problem(),
                new ReplayedSearch(space, new NelderMead(context.settings().real("edge"), context.settings().real("tolerance")), longest, random));
    }
}
