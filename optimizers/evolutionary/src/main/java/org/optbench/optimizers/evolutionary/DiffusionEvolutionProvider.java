package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;
import org.optbench.optimizer.support.GenerationalOptimizer;

/** Diffusion evolution. */
public final class DiffusionEvolutionProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 8, 256).withDefault(24),
            IntParameter.log("steps", 5, 500).withDefault(40), FloatParameter.linear("noise", 0, 1).withDefault(1),
            FloatParameter.log("selection", 0.5, 20).withDefault(6), IntParameter.linear("latentDimension", 0, 10).withDefault(0));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("diffusion-evolution", "1", "Diffusion evolution", "evolutionary",
                "Evolution as denoising: each member moves towards an estimate of its origin, the fitness-weighted mean of members near it. With latentDimension above 0 nearness is measured in a random projection.",
                List.of("Zhang, Hartl, Hazan and Levin, Diffusion Models are Evolutionary Algorithms, 2024"),
                Capable.comparing(), SETTINGS).withPresets(
                        new Preset("latent", "Nearness in a random projection to two dimensions.", Configuration.of(Map.of("latentDimension", Value.of(2L)))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("diffusion evolution");
        int population = (int) context.settings().whole("population");
        double generations = context.budget().expectedFullEvaluations() / population;
        int steps = (int) Math.clamp(generations, 5, (double) context.settings().whole("steps"));
        return new GenerationalOptimizer(context.problem(),
                new DiffusionEvolution(space.unitCube().width(), population, steps, context.settings().real("noise"),
                        context.settings().real("selection"), (int) context.settings().whole("latentDimension"), random));
    }
}
