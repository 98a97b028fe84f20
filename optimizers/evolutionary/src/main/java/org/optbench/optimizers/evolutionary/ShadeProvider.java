package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Differential evolution with a success history. */
public final class ShadeProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 5, 200).withDefault(25),
            IntParameter.log("memory", 1, 100).withDefault(10), FloatParameter.linear("greed", 0.02, 0.5).withDefault(0.1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("shade", "1", "SHADE", "evolutionary",
                "Differential evolution whose scale factors and crossover rates follow a memory of successful ones.",
                List.of("Tanabe and Fukunaga, Success-History Based Parameter Adaptation for Differential Evolution, 2013"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("shade");
        DeControl control = new ShadeControl((int) context.settings().whole("memory"), context.settings().real("greed"), 1, Double.POSITIVE_INFINITY,
                random);
        double[][] initial = Populations.latin(space, (int) context.settings().whole("population"), false, random);
        return new SteadyStateOptimizer(context.problem(), new DifferentialEvolution(space.unitCube(), initial, control, random));
    }
}
