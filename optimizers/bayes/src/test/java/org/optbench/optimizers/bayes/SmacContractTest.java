package org.optbench.optimizers.bayes;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class SmacContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new SmacProvider();
    }

    /** Past the initial design in every problem. */
    @Override
    protected int trials() {
        return 18;
    }

    @Override
    protected int settingsSamples() {
        return 4;
    }
}
