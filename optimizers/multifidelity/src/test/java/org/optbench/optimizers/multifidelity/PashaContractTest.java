package org.optbench.optimizers.multifidelity;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class PashaContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new PashaProvider();
    }
}
