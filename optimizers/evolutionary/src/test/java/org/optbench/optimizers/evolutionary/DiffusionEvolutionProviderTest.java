package org.optbench.optimizers.evolutionary;

import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;

class DiffusionEvolutionProviderTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new DiffusionEvolutionProvider();
    }
}
