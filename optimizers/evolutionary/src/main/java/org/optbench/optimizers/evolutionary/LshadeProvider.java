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

/** SHADE with a shrinking population. */
public final class LshadeProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(FloatParameter.log("pointsPerDimension", 1, 18).withDefault(6), IntParameter.log("memory", 1, 100).withDefault(6),
                    FloatParameter.linear("greed", 0.02, 0.5).withDefault(0.11), FloatParameter.linear("archiveRate", 0, 3).withDefault(2.6));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("l-shade", "1", "L-SHADE", "evolutionary",
                "SHADE whose population shrinks linearly over the budget to four members; without a number of evaluations in the budget over 1000 per dimension.",
                List.of("Tanabe and Fukunaga, Improving the Search Performance of SHADE Using Linear Population Size Reduction, 2014"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("l-shade");
        int width = space.unitCube().width();
        double expected = context.budget().expectedFullEvaluations();
        double budget = Double.isInfinite(expected) ? 1000.0 * width : expected;
        int size = (int) Math.clamp(Math.rint(context.settings().real("pointsPerDimension") * width), 5, Math.max(5, budget / 5));
        DeControl control = new ShadeControl((int) context.settings().whole("memory"), context.settings().real("greed"),
                context.settings().real("archiveRate"), budget, random);
        double[][] initial = Populations.latin(space, size, false, random);
        return new SteadyStateOptimizer(context.problem(), new DifferentialEvolution(space.unitCube(), initial, control, random));
    }
}
