package org.optbench.optimizers.multifidelity;

import java.util.List;
import org.optbench.optimizer.Optimizer;

/** Successive halving, {@code successive-halving}. */
public final class SuccessiveHalvingProvider extends LadderProvider {

    /** For the service loader. */
    public SuccessiveHalvingProvider() {
        super("successive-halving", "Successive halving",
                "Evaluates many random configurations a little, the best part 1/eta of them eta times longer, and so on, again and again.",
                List.of("Jamieson and Talwalkar 2016: Non-stochastic Best Arm Identification and Hyperparameter Optimization"),
                single(),
                Setup.settings().build());
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.hyperband(false), setup.random());
    }
}
