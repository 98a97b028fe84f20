package org.optbench.optimizers.multiobjective;

import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** NSGA-II, {@code nsga2}. */
public final class Nsga2Provider implements OptimizerProvider {

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("nsga2", "1", "NSGA-II", Start.FAMILY,
            "Genetic algorithm whose survivors are chosen by non-dominated sorting, then by crowding distance; constraints by domination.",
            List.of("Deb, Pratap, Agarwal and Meyarivan 2002: A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II",
                    "Kukkonen and Deb 2006: Improved Pruning of Non-Dominated Solutions Based on Crowding Distance (stepwise pruning)"),
            Start.capabilities(),
            Variation.Rates.settings(100, 0.9, 15).add(CategoricalParameter.of("pruning", "stepwise", "once")).build())
            .withPresets(Start.preset("classic", "The last front pruned at once, as in the paper of 2002", "pruning", Value.of("once")),
                    Start.preset("small", "A population of 20, for short budgets", "population", Value.of(20)));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "nsga2");
        int size = start.population();
        return start.run(size, new Generations(start.archive(), size,
                new CrowdingSelection(start.archive(), start.settings().choice("pruning").equals("stepwise")), start.variation(), start.random()));
    }
}
