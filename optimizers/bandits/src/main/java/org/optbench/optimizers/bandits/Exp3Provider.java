package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Exponential weights over the cells of any space. */
public final class Exp3Provider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditSettings.arms(), BanditSettings.scale(),
            FloatParameter.log("rate", 0.1, 10).withDefault(5), FloatParameter.linear("share", 0, 0.1).withDefault(0));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("exp3", "1", "Exp3-IX", "bandit",
                "Cuts the space into cells and draws one by exponential weights of its estimated losses; makes no assumption on how results come about.",
                List.of("Auer, Cesa-Bianchi, Freund and Schapire, The Nonstochastic Multiarmed Bandit Problem, 2002",
                        "Neu, Explore no more: Improved High-probability Regret Bounds for Non-stochastic Bandits, 2015",
                        "Herbster and Warmuth, Tracking the Best Expert, 1998"),
                BanditSettings.overArms(), SETTINGS).withPresets(preset("share", "Follows a best cell that changes", "share", Value.of(0.002)));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("exp3");
        Arms arms = new Arms(context, (int) context.settings().whole("arms"), random);
        double rate = context.settings().real("rate");
        double share = context.settings().real("share");
        return new ContextualOptimizer(context.problem(),
                new ArmMethod(arms, Optional.empty(), 1, count -> new Exp3Bandit(count, rate, share), BanditSettings.scale(context), random));
    }
}
