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

/** Regularized evolution. */
public final class RegularizedEvolutionProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 4, 200).withDefault(20),
            IntParameter.linear("sample", 2, 20).withDefault(5), FloatParameter.log("step", 0.01, 1).withDefault(0.1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("regularized-evolution", "1", "Regularized evolution", "evolutionary",
                "Changes one parameter of the best of a random sample of the population; the oldest member dies. Works on any space without an encoding.",
                List.of("Real, Aggarwal, Huang and Le, Regularized Evolution for Image Classifier Architecture Search, 2019"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("regularized evolution");
        return new SteadyStateOptimizer(context.problem(), new RegularizedEvolution(space, (int) context.settings().whole("population"),
                (int) context.settings().whole("sample"), context.settings().real("step"), random));
    }
}
