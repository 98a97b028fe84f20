package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.UnitCube;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** Quasi-random search along the scrambled Sobol' sequence. */
public final class SobolSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(CategoricalParameter.of("scrambling", "owen", "matrix", "none"));

    @Override
    public OptimizerDescription description() {
        Capabilities blind = Capable.blind();
        return new OptimizerDescription("sobol", "1", "Sobol' sequence", "baseline",
                "Fills the unit cube evenly with the points of the scrambled Sobol' sequence; up to 1000 coordinates.",
                List.of("Sobol', On the distribution of points in a cube and the approximate evaluation of integrals, 1967",
                        "Joe and Kuo, Constructing Sobol Sequences with Better Two-Dimensional Projections, 2008",
                        "Owen, Randomly Permuted (t,m,s)-Nets and (t,s)-Sequences, 1995"),
                new Capabilities(blind.parameters(), blind.features(), SobolSequence.MAXIMUM_DIMENSION), SETTINGS)
                .withPresets(new Preset("unscrambled", "The plain sequence, without randomness.",
                        Configuration.of(Map.of("scrambling", Value.of("none")))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        UnitCube cube = context.problem().space().unitCube();
        SobolSequence.Scrambling scrambling = SobolSequence.Scrambling.valueOf(context.settings().choice("scrambling").toUpperCase(Locale.ROOT));
        SobolSequence sequence = new SobolSequence(cube.width(), scrambling, context.random().seed("sobol"));
        return new BlindOptimizer(() -> Optional.of(cube.decode(sequence.next())), context.problem().fidelities().full());
    }
}
