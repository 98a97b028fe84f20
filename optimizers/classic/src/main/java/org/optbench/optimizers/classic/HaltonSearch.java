package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Optional;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.UnitCube;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Quasi-random search along the scrambled Halton sequence. */
public final class HaltonSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(CategoricalParameter.of("scrambling", "owen", "none"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("halton", "1", "Halton sequence", "baseline",
                "Fills the unit cube evenly with the points of the Halton sequence, one prime base per coordinate, each digit scrambled.",
                List.of("Halton, On the efficiency of certain quasi-random sequences of points in evaluating multi-dimensional integrals, 1960",
                        "Owen, A randomized Halton algorithm in R, 2017"),
                Capable.blind(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        UnitCube cube = context.problem().space().unitCube();
        HaltonSequence sequence = new HaltonSequence(cube.width(), context.settings().choice("scrambling").equals("owen"), context.random().seed("halton"));
        return new BlindOptimizer(() -> Optional.of(cube.decode(sequence.next())), context.problem().fidelities().full());
    }
}
