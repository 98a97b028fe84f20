package org.optbench.optimizers.process;

import java.util.EnumSet;
import java.util.List;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerDescription;

/** CMA-ES by pycma. */
public final class PycmaProvider extends BridgeProvider {

    public PycmaProvider() {
        super("pycma_bridge", "cma", "python3 -m pip install cma");
    }

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("pycma", VERSION, "pycma", "external", "CMA-ES of the package cma in the unit cube, through the process protocol.",
                List.of("Hansen, The CMA Evolution Strategy: A Tutorial, 2016"),
                Capabilities.of(EnumSet.of(ParameterKind.FLOAT), Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
                SearchSpace.of(FloatParameter.log("sigma0", 0.01, 1).withDefault(0.3))).withOptions(PYTHON, TIMEOUT);
    }
}
