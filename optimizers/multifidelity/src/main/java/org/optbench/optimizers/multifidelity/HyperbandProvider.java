package org.optbench.optimizers.multifidelity;

import java.util.List;
import org.optbench.optimizer.Optimizer;

/** Hyperband, {@code hyperband}. */
public final class HyperbandProvider extends LadderProvider {

    /** For the service loader. */
    public HyperbandProvider() {
        super("hyperband", "Hyperband",
                "Runs successive halving with all trade-offs between many short and few long trials in turn; free workers begin the next bracket.",
                List.of("Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar 2018: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization"),
                single(),
                Setup.settings().build());
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.hyperband(true), setup.random());
    }
}
