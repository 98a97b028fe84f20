package org.optbench.optimizers.classic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Simulated annealing on any space. */
public final class SimulatedAnnealingProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(FloatParameter.log("coldest", 1e-6, 0.5).withDefault(1e-3), FloatParameter.log("step", 0.02, 1).withDefault(0.3));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("simulated-annealing", "1", "Simulated annealing", "direct search",
                "Changes one parameter at a time and accepts worse values with a probability that falls with the temperature; cools over the budget, or over 1000 trials without one.",
                List.of("Kirkpatrick, Gelatt and Vecchi, Optimization by Simulated Annealing, 1983"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("simulated annealing");
        double expected = context.budget().expectedFullEvaluations();
        double budget = Double.isInfinite(expected) ? 1000 : expected;
        return new SteadyStateOptimizer(context.problem(), new SimulatedAnnealing(space, budget, context.settings().real("coldest"),
                context.settings().real("step"), random));
    }
}
