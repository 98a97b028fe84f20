package org.optbench.optimizers.bandits;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** A Tsallis-INF bandit for each cell of the context space. */
public final class ContextualTsallisProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditSettings.arms(), BanditSettings.scale(), TsallisProvider.ESTIMATOR, TsallisProvider.RATE,
            IntParameter.log("cells", 1, 200).withDefault(6));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("contextual-tsallis-inf", "1", "Contextual Tsallis-INF", "bandit",
                "Cuts the context space into cells and keeps a Tsallis-INF bandit over the cells of the search space in each.",
                List.of("Khodak, Chow, Balcan and Talwalkar, Learning to Relax: Setting Solver Parameters Across a Sequence of Linear System Instances, 2024",
                        "Zimmert and Seldin, Tsallis-INF: An Optimal Algorithm for Stochastic and Adversarial Bandits, 2021"),
                BanditSettings.overArms(Feature.CONTEXT, Feature.NEEDS_CONTEXT), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("contextual-tsallis-inf");
        Arms arms = new Arms(context, (int) context.settings().whole("arms"), random);
        boolean reduced = context.settings().choice("estimator").equals("reduced-variance");
        double rate = context.settings().real("rate");
        int cells = (int) context.settings().whole("cells");
        return new ContextualOptimizer(context.problem(), new ArmMethod(arms, context.problem().context(), cells,
                count -> new TsallisBandit(count, reduced, rate), BanditSettings.scale(context), random));
    }
}
