package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class MoTpeContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new MoTpeProvider();
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
