package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
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
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Differential evolution with fixed parameters. */
public final class DifferentialEvolutionProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 4, 200).withDefault(20),
            FloatParameter.linear("f", 0.1, 1.2).withDefault(0.6), FloatParameter.linear("dither", 0, 0.3).withDefault(0.1),
            FloatParameter.linear("cr", 0, 1).withDefault(0.9), CategoricalParameter.of("mutation", "rand1", "best1", "current-to-pbest1"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("de", "1", "Differential evolution", "evolutionary",
                "Moves points of a population by scaled differences of others, with binomial crossover; asynchronous.",
                List.of("Storn and Price, Differential Evolution - A Simple and Efficient Heuristic for Global Optimization over Continuous Spaces, 1997"),
                Capable.comparing(), SETTINGS).withPresets(
                        new Preset("best1", "Mutates the best member.", Configuration.of(Map.of("mutation", Value.of("best1")))),
                        new Preset("awad", "Scale factor and crossover rate 0.5 and a population of 20, as in DEHB.",
                                Configuration.of(Map.of("f", Value.of(0.5), "cr", Value.of(0.5), "dither", Value.of(0.0)))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("differential evolution");
        DeControl.Mutation mutation = switch (settings.choice("mutation")) {
            case "best1" -> DeControl.Mutation.BEST;
            case "current-to-pbest1" -> DeControl.Mutation.CURRENT_TO_PBEST;
            default -> DeControl.Mutation.RAND;
        };
        DeControl control = new ConstantControl(mutation, settings.real("f"), settings.real("dither"), settings.real("cr"), random);
        double[][] initial = Populations.latin(space, (int) settings.whole("population"), false, random);
        return new SteadyStateOptimizer(context.problem(), new DifferentialEvolution(space.unitCube(), initial, control, random));
    }
}
