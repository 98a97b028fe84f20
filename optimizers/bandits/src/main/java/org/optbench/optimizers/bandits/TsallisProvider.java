package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
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

/** Tsallis-INF over the cells of any space. */
public final class TsallisProvider implements OptimizerProvider {

    static final CategoricalParameter ESTIMATOR = CategoricalParameter.of("estimator", "reduced-variance", "importance");
    static final FloatParameter RATE = FloatParameter.log("rate", 0.1, 10).withDefault(2);
    private static final SearchSpace SETTINGS = SearchSpace.of(BanditSettings.arms(), BanditSettings.scale(), ESTIMATOR, RATE);

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("tsallis-inf", "1", "Tsallis-INF", "bandit",
                "Cuts the space into cells and draws one by the regularised leader with Tsallis entropy: the tuner of solver parameters over a sequence of instances.",
                List.of("Zimmert and Seldin, Tsallis-INF: An Optimal Algorithm for Stochastic and Adversarial Bandits, 2021",
                        "Khodak, Chow, Balcan and Talwalkar, Learning to Relax: Setting Solver Parameters Across a Sequence of Linear System Instances, 2024"),
                BanditSettings.overArms(), SETTINGS)
                .withPresets(preset("importance", "Importance-weighted losses without baseline", "estimator", Value.of("importance")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("tsallis-inf");
        Arms arms = new Arms(context, (int) context.settings().whole("arms"), random);
        boolean reduced = context.settings().choice("estimator").equals("reduced-variance");
        double rate = context.settings().real("rate");
        return new ContextualOptimizer(context.problem(),
                new ArmMethod(arms, Optional.empty(), 1, count -> new TsallisBandit(count, reduced, rate), BanditSettings.scale(context), random));
    }
}
