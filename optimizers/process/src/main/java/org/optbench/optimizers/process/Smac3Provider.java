package org.optbench.optimizers.process;

import java.util.EnumSet;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerDescription;

/** The facades of SMAC3 2.x. */
public final class Smac3Provider extends BridgeProvider {

    public Smac3Provider() {
        super("smac3_bridge", "smac", "python3 -m pip install smac");
    }

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("smac3", VERSION, "SMAC3", "external",
                "The facades of SMAC3 by its ask-and-tell interface, through the process protocol.",
                List.of("Lindauer et al., SMAC3: A Versatile Bayesian Optimization Package for Hyperparameter Optimization, 2022"),
                Capabilities.of(EnumSet.of(ParameterKind.FLOAT, ParameterKind.INT, ParameterKind.CATEGORICAL, ParameterKind.ORDINAL), Feature.CONDITIONS,
                        Feature.PARALLEL, Feature.NOISE),
                SearchSpace.of(CategoricalParameter.of("facade", "hpo", "black-box", "random"))).withOptions(PYTHON, TIMEOUT);
    }
}
