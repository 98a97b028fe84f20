package org.optbench.optimizers.multiobjective;

import java.util.List;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** ParEGO, {@code parego}. */
public final class ParegoProvider implements OptimizerProvider {

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("parego", "1", "ParEGO", Start.FAMILY,
            "Makes one objective of all by random weights, new ones for each suggestion, and maximises expected improvement under a Gaussian process of it.",
            List.of("Knowles 2006: ParEGO: A Hybrid Algorithm With On-Line Landscape Approximation for Expensive Multiobjective Optimization Problems"),
            Start.capabilities(Feature.NOISE),
            ObjectiveModels.settings().add(Start.choice("scalarisation", Scalarisation.AUGMENTED_CHEBYSHEV, Scalarisation.values())).build())
            .withPresets(Start.preset("linear", "Weighted sums", "scalarisation", Value.of("linear")));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "parego");
        return start.run(ObjectiveModels.initial(start),
                new ParegoMethod(start, Start.read(Scalarisation.class, start.settings().choice("scalarisation"))));
    }
}
