package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** The median stopping rule, {@code median-stopping}. */
public final class MedianStoppingProvider extends LadderProvider {

    /** For the service loader. */
    public MedianStoppingProvider() {
        super("median-stopping", "Median stopping rule",
                "Stops a trial whose best result so far is worse than the median of the running averages of completed trials; with random configurations or those of a model.",
                List.of("Golovin, Solnik, Moitra, Kochanski, Karro and Sculley 2017: Google Vizier: A Service for Black-Box Optimization"),
                single(Feature.EARLY_STOPPING),
                Setup.settings().add(IntParameter.linear("grace", 1, 20).withDefault(5)).add(Setup.model(Setup.Model.RANDOM)).add(Setup.randomPart(0.1))
                        .build(),
                Setup.preset("kernel", "Configurations of a tree-structured Parzen estimator", Map.of("proposer", Value.of("kernel"))),
                Setup.preset("forest", "Configurations of a random forest with expected improvement", Map.of("proposer", Value.of("forest"))),
                Setup.preset("process", "Configurations of a Gaussian process with expected improvement", Map.of("proposer", Value.of("process"))));
    }

    @Override
    Optimizer create(Setup setup) {
        MedianRule rule = new MedianRule(setup.ladder().size(), Math.toIntExact(setup.chosen().whole("grace")));
        return setup.optimizer(new StoppingSchedule(setup.ladder(), rule), setup.proposer());
    }
}
