package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** Multi-objective ASHA, {@code mo-asha}. */
public final class MoAshaProvider extends LadderProvider {

    /** For the service loader. */
    public MoAshaProvider() {
        super("mo-asha", "MO-ASHA",
                "ASHA that ranks by non-dominated fronts, and within a front by an epsilon-net that keeps it covered.",
                List.of("Schmucker, Donini, Zafar, Salinas and Archambeau 2021: Multi-objective Asynchronous Successive Halving"),
                several(Feature.EARLY_STOPPING),
                Setup.settings().add(Setup.plan(Setup.Plan.ASHA)).add(Setup.model(Setup.Model.RANDOM)).add(Setup.randomPart(0.1)).build(),
                Setup.preset("stopping", "Candidates go on at once, or are stopped for good", Map.of("schedule", Value.of("stopping"))),
                Setup.preset("parego", "Configurations of a random forest on random scalarisations", Map.of("proposer", Value.of("forest"))));
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.schedule(), setup.proposer());
    }
}
