package org.optbench.optimizers.classic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Tabu search on any space. */
public final class TabuSearchProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("neighbours", 2, 50).withDefault(6),
            IntParameter.log("tenure", 1, 500).withDefault(50), IntParameter.log("patience", 1, 50).withDefault(4));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("tabu-search", "1", "Tabu search", "direct search",
                "Moves to the best of some neighbours that were not visited lately, even uphill; returns to the best after a while without progress.",
                List.of("Glover, Tabu Search - Part I, 1989"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("tabu search");
        return new SteadyStateOptimizer(context.problem(), new TabuSearch(space, (int) context.settings().whole("neighbours"),
                (int) context.settings().whole("tenure"), (int) context.settings().whole("patience"), random));
    }
}
