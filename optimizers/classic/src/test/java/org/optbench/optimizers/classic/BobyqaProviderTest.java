package org.optbench.optimizers.classic;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class BobyqaProviderTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new BobyqaProvider();
    }

    @Override
    protected int trials() {
        return 25; // its replays cost milliseconds a trial
    }
}
