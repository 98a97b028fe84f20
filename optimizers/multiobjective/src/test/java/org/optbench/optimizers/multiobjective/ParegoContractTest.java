package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class ParegoContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new ParegoProvider();
    }

    @Override
    protected int trials() {
        return 10;
    }

    @Override
    protected int settingsSamples() {
        return 2;
    }
}
