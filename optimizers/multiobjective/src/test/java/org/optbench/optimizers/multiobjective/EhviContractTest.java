package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class EhviContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new EhviProvider();
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
