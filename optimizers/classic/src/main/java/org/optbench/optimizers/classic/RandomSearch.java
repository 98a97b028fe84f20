package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Random search: independent draws from the priors of the space. */
public final class RandomSearch implements OptimizerProvider {

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("random", "1", "Random search", "baseline",
                "Draws configurations independently from the priors of the space, uniform on each parameter's scale where there is none.",
                List.of("Bergstra and Bengio, Random Search for Hyper-Parameter Optimization, JMLR 13, 2012"), Capable.blind(), SearchSpace.of());
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("random search");
        SearchSpace space = context.problem().space();
        return new BlindOptimizer(() -> Optional.of(space.sample(random)), context.problem().fidelities().full());
    }
}
