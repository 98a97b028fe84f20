package org.optbench.optimizers.multiobjective;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;
import org.optbench.optimizers.bayes.parzen.Bandwidth;
import org.optbench.optimizers.bayes.parzen.DensityRatio;
import org.optbench.optimizers.bayes.parzen.ParzenEstimator;

/** Multi-objective TPE, {@code mo-tpe}. */
public final class MoTpeProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.builder().add(CategoricalParameter.of("multivariate", "true", "false"))
            .add(FloatParameter.log("gamma", 0.02, 0.5).withDefault(0.15)).add(IntParameter.log("most_good", 2, 200).withDefault(25))
            .add(IntParameter.log("initial", 2, 100).withDefault(15)).add(IntParameter.log("candidates", 1, 500).withDefault(24))
            .add(Start.choice("bandwidth", Bandwidth.FIXED, Bandwidth.values())).add(FloatParameter.log("bandwidth_factor", 0.02, 3).withDefault(0.1))
            .add(FloatParameter.log("least_bandwidth", 1e-4, 0.2).withDefault(0.01))
            .add(FloatParameter.linear("categorical_spread", 0.01, 0.6).withDefault(0.2)).add(FloatParameter.log("prior_weight", 0.01, 10).withDefault(1.0))
            .add(CategoricalParameter.of("weights", "contribution", "uniform")).build();

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("mo-tpe", "1", "Multi-objective tree-structured Parzen estimator",
            Start.FAMILY,
            "Draws candidates from a kernel density of the trials that are good by non-dominated rank and hypervolume, and takes the one least likely among "
                    + "the rest.",
            List.of("Ozaki, Tanigaki, Watanabe and Onishi 2020: Multiobjective Tree-Structured Parzen Estimator for Computationally Expensive Optimization Problems",
                    "Ozaki, Tanigaki, Watanabe, Nomura and Onishi 2022: Multiobjective Tree-Structured Parzen Estimator"),
            Start.capabilities(Feature.NOISE), SETTINGS)
            .withPresets(new Preset("univariate", "One estimator a parameter, kernels as wide as the gaps, as in the paper",
                    Configuration.of(Map.of("multivariate", Value.of("false"), "bandwidth", Value.of("neighbour"), "bandwidth_factor", Value.of(1.0), "gamma",
                            Value.of(0.1)))));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "mo-tpe");
        Configuration settings = start.settings();
        ParzenEstimator.Smoothing smoothing = new ParzenEstimator.Smoothing(Start.read(Bandwidth.class, settings.choice("bandwidth")),
                settings.real("bandwidth_factor"), settings.real("least_bandwidth"), settings.real("categorical_spread"), settings.real("prior_weight"));
        DensityRatio ratio = new DensityRatio(start.archive().encoding(), Boolean.parseBoolean(settings.choice("multivariate")),
                Math.toIntExact(settings.whole("candidates")), smoothing);
        double affordable = Math.max(2, Math.floor(context.budget().expectedFullEvaluations() / 3));
        int initial = (int) Math.min(settings.whole("initial"), affordable);
        return start.run(initial, new MoTpeMethod(start.archive(), ratio, settings.real("gamma"), Math.toIntExact(settings.whole("most_good")),
                settings.choice("weights").equals("contribution"), start.random()));
    }
}
