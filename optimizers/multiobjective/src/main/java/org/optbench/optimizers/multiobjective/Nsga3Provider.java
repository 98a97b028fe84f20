package org.optbench.optimizers.multiobjective;

import java.util.List;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** NSGA-III, {@code nsga3}. */
public final class Nsga3Provider implements OptimizerProvider {

    private static final int LEAST = 8;

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("nsga3", "1", "NSGA-III", Start.FAMILY,
            "Genetic algorithm whose survivors are chosen by non-dominated sorting, then by niches around reference directions; made for many objectives.",
            List.of("Deb and Jain 2014: An Evolutionary Many-Objective Optimization Algorithm Using Reference-Point-Based Nondominated Sorting Approach, Part I",
                    "Jain and Deb 2014: ... Part II: Handling Constraints and Extending to an Adaptive Approach"),
            Start.capabilities(), Variation.Rates.settings(100, 1, 30).build());

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "nsga3");
        int wanted = start.population();
        double[][] directions = Directions.simplex(start.objectives(), wanted);
        // As in the paper: the smallest multiple of four that gives each direction a member.
        int size = Math.max(LEAST, (directions.length + 3) / 4 * 4);
        return start.run(size, new Generations(start.archive(), size, new NichingSelection(start.archive(), directions, start.random()),
                start.variation(), start.random()));
    }

}
