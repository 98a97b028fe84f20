package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** Multi-objective Hyperband with ParEGO, {@code mo-hyperband}. */
public final class MoHyperbandProvider extends LadderProvider {

    /** For the service loader. */
    public MoHyperbandProvider() {
        super("mo-hyperband", "MO-Hyperband",
                "Hyperband that ranks by non-dominated fronts and epsilon-nets; configurations maximise expected improvement of a new random scalarisation each.",
                List.of("Knowles 2006: ParEGO: A Hybrid Algorithm With On-Line Landscape Approximation for Expensive Multiobjective Optimization Problems",
                        "Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar 2018: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization",
                        "Schmucker, Donini, Zafar, Salinas and Archambeau 2021: Multi-objective Asynchronous Successive Halving"),
                several(Feature.EARLY_STOPPING),
                Setup.settings().add(Setup.plan(Setup.Plan.HYPERBAND)).add(Setup.model(Setup.Model.FOREST)).add(Setup.randomPart(0.1)).build(),
                Setup.preset("random", "Random configurations", Map.of("proposer", Value.of("random"))),
                Setup.preset("process", "A Gaussian process in place of the forest", Map.of("proposer", Value.of("process"))));
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.schedule(), setup.proposer());
    }
}
