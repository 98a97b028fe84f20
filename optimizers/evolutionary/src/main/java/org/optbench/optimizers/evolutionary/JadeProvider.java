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

/** Differential evolution with adaptive parameters and an archive. */
public final class JadeProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 5, 200).withDefault(25),
            FloatParameter.linear("greed", 0.02, 0.5).withDefault(0.1), FloatParameter.linear("learningRate", 0, 0.5).withDefault(0.1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("jade", "1", "JADE", "evolutionary",
                "Differential evolution with current-to-pbest mutation, an archive, and scale factor and crossover rate learned from success.",
                List.of("Zhang and Sanderson, JADE: Adaptive Differential Evolution With Optional External Archive, 2009"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("jade");
        DeControl control = new JadeControl(context.settings().real("greed"), context.settings().real("learningRate"), random);
        double[][] initial = Populations.latin(space, (int) context.settings().whole("population"), false, random);
        return new SteadyStateOptimizer(context.problem(), new DifferentialEvolution(space.unitCube(), initial, control, random));
    }
}
