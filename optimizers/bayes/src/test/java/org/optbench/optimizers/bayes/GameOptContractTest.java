package org.optbench.optimizers.bayes;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class GameOptContractTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new GameOptProvider();
    }

    /** Past the initial design in every problem. */
    @Override
    protected int trials() {
        return 14;
    }

    @Override
    protected int settingsSamples() {
        return 4;
    }
}
