package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Neural contextual bandit on any space. */
public final class NeuralProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("hidden", 4, 256).withDefault(32),
            IntParameter.log("initial", 2, 100).withDefault(10), IntParameter.log("steps", 1, 100).withDefault(10),
            FloatParameter.log("exploration", 1e-3, 10).withDefault(0.3), CategoricalParameter.of("choice", "bound", "thompson"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("neural-ucb", "1", "Neural bandit", "bandit",
                "Trains a network to predict results from configuration and context and takes the candidate whose confidence bound promises most, as INSTINCT does for"
                        + " instructions.",
                List.of("Zhou, Li and Gu, Neural Contextual Bandits with UCB-based Exploration, 2020",
                        "Lin et al., Use Your INSTINCT: Instruction Optimization Using Neural Bandits Coupled with Transformers, 2024",
                        "Zhang, Zhou, Li and Gu, Neural Thompson Sampling, 2021"),
                BanditSettings.overArms(Feature.CONTEXT), SETTINGS)
                .withPresets(preset("thompson", "Draws in place of confidence bounds", "choice", Value.of("thompson")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        NeuralMethod.Settings neural = new NeuralMethod.Settings((int) settings.whole("hidden"), (int) settings.whole("initial"),
                (int) settings.whole("steps"), settings.real("exploration"), settings.choice("choice").equals("thompson"));
        return new ContextualOptimizer(context.problem(), new NeuralMethod(context.problem(), neural, context.random().stream("neural-ucb")));
    }
}
