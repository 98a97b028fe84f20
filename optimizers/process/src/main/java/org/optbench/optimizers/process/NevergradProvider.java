package org.optbench.optimizers.process;

import java.util.EnumSet;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerDescription;

/** The optimizers of Nevergrad. */
public final class NevergradProvider extends BridgeProvider {

    public NevergradProvider() {
        super("nevergrad_bridge", "nevergrad", "python3 -m pip install nevergrad");
    }

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("nevergrad", VERSION, "Nevergrad", "external", "Optimizers of Nevergrad through the process protocol.",
                List.of("Rapin and Teytaud, Nevergrad - A gradient-free optimization platform, 2018"),
                Capabilities.of(EnumSet.of(ParameterKind.FLOAT, ParameterKind.INT, ParameterKind.CATEGORICAL, ParameterKind.ORDINAL), Feature.PARALLEL,
                        Feature.NOISE),
                SearchSpace.of(CategoricalParameter.of("optimizer", "NGOpt", "OnePlusOne", "TwoPointsDE", "PSO", "CMA", "TBPSA"))).withOptions(PYTHON, TIMEOUT);
    }
}
