package org.optbench.optimizers.classic;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class DefaultConfigurationTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new DefaultConfiguration();
    }
}
