package org.optbench.optimizers.multiobjective;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class Nsga3ContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new Nsga3Provider();
    }
}
