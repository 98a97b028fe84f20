package org.optbench.optimizers.multifidelity;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class DehbContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new DehbProvider();
    }
}
