package org.optbench.optimizers.process;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.Preset;

/** The samplers of Optuna. */
public final class OptunaProvider extends BridgeProvider {

    public OptunaProvider() {
        super("optuna_bridge", "optuna", "apt-get install python3-optuna (or: python3 -m pip install optuna)");
    }

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("optuna", VERSION, "Optuna", "external",
                "The samplers of Optuna through the process protocol, trial by trial as alone.",
                List.of("Akiba et al., Optuna: A Next-generation Hyperparameter Optimization Framework, 2019"),
                Capabilities.of(java.util.EnumSet.of(ParameterKind.FLOAT, ParameterKind.INT, ParameterKind.CATEGORICAL, ParameterKind.ORDINAL),
                        Feature.CONDITIONS, Feature.MULTI_OBJECTIVE, Feature.PARALLEL, Feature.NOISE),
                SearchSpace.of(CategoricalParameter.of("sampler", "tpe", "tpe-multivariate", "random", "cma-es", "nsga-ii", "qmc")))
                .withOptions(PYTHON, TIMEOUT)
                .withPresets(preset("tpe-multivariate", "TPE over all parameters together."), preset("random", "Its random sampler."),
                        preset("cma-es", "CMA-ES by the package cmaes."), preset("nsga-ii", "NSGA-II."));
    }

    private static Preset preset(String sampler, String summary) {
        return new Preset(sampler, summary, Configuration.of(Map.of("sampler", Value.of(sampler))));
    }
}
