package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Optional;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.UnitCube;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Latin hypercube sampling. */
public final class LatinHypercubeSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("size", 1, 1000).withDefault(1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("lhs", "1", "Latin hypercube", "baseline",
                "Draws Latin hypercube designs: each coordinate has one point in each of its strata. Size 1 means one design over the whole budget, or of 50 points without a number of evaluations.",
                List.of("McKay, Beckman and Conover, A Comparison of Three Methods for Selecting Values of Input Variables in the Analysis of Output from a Computer Code, 1979"),
                Capable.blind(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        UnitCube cube = context.problem().space().unitCube();
        int asked = (int) context.settings().whole("size");
        double budget = context.budget().expectedFullEvaluations();
        int size = asked > 1 ? asked : Double.isInfinite(budget) ? 50 : (int) Math.clamp(budget, 1, 100_000);
        LatinHypercube design = new LatinHypercube(cube.width(), size, context.random().stream("latin hypercube"));
        return new BlindOptimizer(() -> Optional.of(cube.decode(design.next())), context.problem().fidelities().full());
    }
}
