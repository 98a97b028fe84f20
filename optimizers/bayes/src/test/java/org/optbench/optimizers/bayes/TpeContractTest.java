package org.optbench.optimizers.bayes;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class TpeContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new TpeProvider();
    }
}
