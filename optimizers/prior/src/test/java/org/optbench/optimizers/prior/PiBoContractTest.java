package org.optbench.optimizers.prior;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class PiBoContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new PiBoProvider();
    }

    @Override
    protected int trials() {
        return 15;
    }

    @Override
    protected int settingsSamples() {
        return 2;
    }
}
