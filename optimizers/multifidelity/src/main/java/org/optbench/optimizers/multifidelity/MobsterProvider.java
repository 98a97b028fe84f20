package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** Model-based asynchronous optimization of several fidelities, {@code mobster}. */
public final class MobsterProvider extends LadderProvider {

    /** For the service loader. */
    public MobsterProvider() {
        super("mobster", "MOBSTER",
                "ASHA whose new configurations maximise expected improvement under one Gaussian process over configurations and levels.",
                List.of("Klein, Tiao, Lienart, Archambeau and Seeger 2020: Model-based Asynchronous Hyperparameter and Neural Architecture Search"),
                single(Feature.NOISE, Feature.EARLY_STOPPING),
                settings(),
                Setup.preset("stopping", "Candidates go on at once, or are stopped for good", Map.of("schedule", Value.of("stopping"))),
                Setup.preset("hyperband", "Synchronous brackets in place of ASHA", Map.of("schedule", Value.of("hyperband"))),
                Setup.preset("fantasies", "Averages over five draws of the pending results", Map.of("fantasies", Value.of(5))));
    }

    private static SearchSpace settings() {
        SearchSpace.Builder space = Setup.settings().add(Setup.plan(Setup.Plan.ASHA)).add(Setup.randomPart(0.05));
        ProcessSettings.declare(space);
        return space.build();
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.schedule(), setup.process(setup.chosen(), setup.chosen().real("random_part")));
    }
}
