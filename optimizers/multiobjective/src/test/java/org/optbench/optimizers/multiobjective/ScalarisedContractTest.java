package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class ScalarisedContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new ScalarisedProvider();
    }

    @Override
    protected int trials() {
        return 20;
    }

    @Override
    protected int settingsSamples() {
        return 4;
    }
}
