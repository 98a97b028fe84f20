package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** SMAC for several fidelities, {@code smac-hyperband}. */
public final class SmacHyperbandProvider extends LadderProvider {

    /** For the service loader. */
    public SmacHyperbandProvider() {
        super("smac-hyperband", "SMAC with Hyperband",
                "Hyperband whose configurations maximise log expected improvement under a random forest.",
                List.of("Lindauer, Eggensperger, Feurer, Biedenkapp, Deng, Benjamins, Ruhkopf, Sass and Hutter 2022: SMAC3: A Versatile Bayesian Optimization Package for Hyperparameter Optimization"),
                single(Feature.NOISE, Feature.EARLY_STOPPING),
                settings(),
                Setup.preset("highest", "The forest grows on the highest level with enough results alone, as in SMAC3", Map.of("joint", Value.of("false"))),
                Setup.preset("asynchronous", "Promotes without waiting, as ASHA does", Map.of("schedule", Value.of("asha"))));
    }

    private static SearchSpace settings() {
        SearchSpace.Builder space = Setup.settings().add(Setup.plan(Setup.Plan.HYPERBAND)).add(Setup.randomPart(0.1));
        ForestSettings.declare(space);
        return space.build();
    }

    @Override
    Optimizer create(Setup setup) {
        return setup.optimizer(setup.schedule(), setup.forest(setup.chosen(), setup.chosen().real("random_part")));
    }
}
