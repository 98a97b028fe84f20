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
import org.optbench.optimizer.support.GenerationalOptimizer;

/** Simultaneous perturbation stochastic approximation. */
public final class SpsaProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("firstStep", 0.01, 0.5).withDefault(0.1),
            FloatParameter.log("perturbation", 1e-4, 0.3).withDefault(0.03), FloatParameter.linear("stability", 0, 100).withDefault(10));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("spsa", "1", "SPSA", "zeroth-order",
                "Descends along a gradient estimated from two trials at a random sign vector, with decreasing gains.",
                List.of("Spall, Multivariate Stochastic Approximation Using a Simultaneous Perturbation Gradient Approximation, 1992",
                        "Spall, Implementation of the Simultaneous Perturbation Algorithm for Stochastic Optimization, 1998"),
                Capabilities.of(Capable.numbers(), Feature.PARALLEL, Feature.NOISE), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("spsa");
        return new GenerationalOptimizer(context.problem(), new Spsa(Points.atDefault(space), context.settings().real("firstStep"),
                context.settings().real("perturbation"), context.settings().real("stability"), random));
    }
}
