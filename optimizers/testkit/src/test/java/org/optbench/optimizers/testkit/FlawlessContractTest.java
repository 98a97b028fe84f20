package org.optbench.optimizers.testkit;

import org.optbench.optimizer.OptimizerProvider;

class FlawlessContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new FlawedProvider();
    }

    @Override
    protected int trials() {
        return 20;
    }
}
