package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** The contextual bandit with Chebyshev regression. */
public final class ChebyshevProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditSettings.arms(), IntParameter.linear("degree", 0, 8).withDefault(3),
            FloatParameter.log("exploration", 0.1, 100).withDefault(8), FloatParameter.linear("smoothing", 0, 4).withDefault(1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("cheb-cb", "1", "Chebyshev contextual bandit", "bandit",
                "Predicts the loss of each cell of the search space by a polynomial of the context and weights the cells by the inverse of their gaps.",
                List.of("Khodak, Chow, Balcan and Talwalkar, Learning to Relax: Setting Solver Parameters Across a Sequence of Linear System Instances, 2024",
                        "Foster and Rakhlin, Beyond UCB: Optimal and Efficient Contextual Bandits with Regression Oracles, 2020"),
                BanditSettings.overArms(Feature.CONTEXT, Feature.NEEDS_CONTEXT), SETTINGS)
                .withPresets(preset("separate", "Learns each cell from its own results alone, as published", "smoothing", Value.of(0.0)));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("cheb-cb");
        SearchSpace contexts = context.problem().context().orElseThrow(() -> new IllegalArgumentException(
                "Optimizer 'cheb-cb' on a problem without contexts: it needs them. Maybe use tsallis-inf."));
        Arms arms = new Arms(context, (int) context.settings().whole("arms"), random);
        ChebyshevFeatures features = new ChebyshevFeatures(contexts, (int) context.settings().whole("degree"));
        return new ContextualOptimizer(context.problem(),
                new ChebyshevMethod(arms, features, context.settings().real("exploration"), context.settings().real("smoothing"), random));
    }
}
