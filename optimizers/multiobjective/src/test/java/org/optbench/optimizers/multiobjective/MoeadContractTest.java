package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class MoeadContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new MoeadProvider();
    }
}
