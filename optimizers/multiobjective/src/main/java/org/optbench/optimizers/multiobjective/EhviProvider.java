package org.optbench.optimizers.multiobjective;

import java.util.List;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Bayesian optimization by expected hypervolume improvement, {@code ehvi}. */
public final class EhviProvider implements OptimizerProvider {

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("ehvi", "1", "Expected hypervolume improvement", Start.FAMILY,
            "One Gaussian process for each objective; maximises the expected gain of hypervolume, exact for two and three objectives, by Monte-Carlo "
                    + "integration for more.",
            List.of("Emmerich, Giannakoglou and Naujoks 2006: Single- and Multiobjective Evolutionary Optimization Assisted by Gaussian Random Field Metamodels",
                    "Yang, Emmerich, Deutz and Baeck 2019: Efficient Computation of Expected Hypervolume Improvement Using Box Decomposition Algorithms",
                    "Daulton, Balandat and Bakshy 2020: Differentiable Expected Hypervolume Improvement for Parallel Multi-Objective Bayesian Optimization"),
            Start.capabilities(Feature.NOISE), ObjectiveModels.settings().add(IntParameter.log("samples", 50, 10_000).withDefault(256)).build())
            .withPresets(Start.preset("standardised", "Objectives standardised, not transformed", "output", Value.of("standardise")));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "ehvi");
        return start.run(ObjectiveModels.initial(start), new ImprovementMethod(start, Math.toIntExact(start.settings().whole("samples"))));
    }
}
