package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** Bayesian optimization and Hyperband, {@code bohb}. */
public final class BohbProvider extends LadderProvider {

    /** For the service loader. */
    public BohbProvider() {
        super("bohb", "BOHB",
                "Hyperband whose configurations are drawn where kernel densities say that good results are likely and others are not.",
                List.of("Falkner, Klein and Hutter 2018: BOHB: Robust and Efficient Hyperparameter Optimization at Scale"),
                single(Feature.NOISE, Feature.EARLY_STOPPING),
                settings(),
                Setup.preset("published", "Kernels, parts and numbers as published",
                        Map.of("random_part", Value.of(1.0 / 3), "candidates", Value.of(64), "weights", Value.of("uniform"), "bandwidth", Value.of("scott"),
                                "bandwidth_factor", Value.of(3.18), "least_bandwidth", Value.of(0.001), "most_good", Value.of(1000))),
                Setup.preset("asynchronous", "Promotes without waiting, as ASHA does", Map.of("schedule", Value.of("asha"))));
    }

    private static SearchSpace settings() {
        SearchSpace.Builder space = Setup.settings().add(Setup.plan(Setup.Plan.HYPERBAND)).add(Setup.randomPart(0.2));
        KernelSettings.declare(space);
        return space.build();
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.schedule(), setup.kernel(setup.chosen(), setup.chosen().real("random_part")));
    }
}
