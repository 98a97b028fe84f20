package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Upper confidence bounds over the cells of any space. */
public final class UcbProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditSettings.arms(), BanditSettings.scale(),
            CategoricalParameter.of("index", "ucb1", "ucb-tuned", "ucb-v", "moss"), FloatParameter.log("exploration", 0.02, 2).withDefault(0.2));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("ucb", "1", "Upper confidence bounds", "bandit",
                "Cuts the space into cells and evaluates in the one whose confidence bound promises most.",
                List.of("Auer, Cesa-Bianchi and Fischer, Finite-time Analysis of the Multiarmed Bandit Problem, 2002",
                        "Audibert, Munos and Szepesvari, Exploration-exploitation Tradeoff Using Variance Estimates in Multi-armed Bandits, 2009",
                        "Degenne and Perchet, Anytime Optimal Algorithms in Stochastic Multi-armed Bandits, 2016"),
                BanditSettings.overArms(), SETTINGS).withPresets(preset("tuned", "Intervals by the observed variance", "index", Value.of("ucb-tuned")),
                        preset("moss", "Minimax-optimal intervals", "index", Value.of("moss")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("ucb");
        UcbBandit.Index index = UcbBandit.Index.valueOf(context.settings().choice("index").toUpperCase(Locale.ROOT).replace('-', '_'));
        double exploration = context.settings().real("exploration");
        Arms arms = new Arms(context, (int) context.settings().whole("arms"), random);
        return new ContextualOptimizer(context.problem(),
                new ArmMethod(arms, Optional.empty(), 1, count -> new UcbBandit(count, index, exploration), BanditSettings.scale(context), random));
    }
}
