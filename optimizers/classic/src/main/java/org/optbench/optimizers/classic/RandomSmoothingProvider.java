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

/** Accelerated descent on a randomly smoothed objective. */
public final class RandomSmoothingProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(IntParameter.log("directions", 1, 50).withDefault(4), FloatParameter.log("radius", 1e-4, 0.3).withDefault(0.05),
                    FloatParameter.log("stepLength", 1e-3, 0.5).withDefault(0.08), FloatParameter.linear("decay", 0.8, 1).withDefault(0.92));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("random-smoothing", "1", "Random smoothing", "zeroth-order",
                "Nesterov's accelerated descent with gradients from two-point differences along random directions.",
                List.of("Nesterov and Spokoiny, Random Gradient-Free Minimization of Convex Functions, 2017",
                        "Duchi et al., Optimal Rates for Zero-Order Convex Optimization: The Power of Two Function Evaluations, 2015"),
                Capabilities.of(Capable.numbers(), Feature.PARALLEL, Feature.NOISE), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("random smoothing");
        return new GenerationalOptimizer(context.problem(), new RandomSmoothing(Points.atDefault(space), (int) context.settings().whole("directions"),
                context.settings().real("radius"), context.settings().real("stepLength"), context.settings().real("decay"), random));
    }
}
