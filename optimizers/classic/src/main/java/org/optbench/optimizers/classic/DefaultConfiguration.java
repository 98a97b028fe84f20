package org.optbench.optimizers.classic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;

/** One configuration and nothing else: the default of the space, or one that was calibrated on reference tasks. */
public final class DefaultConfiguration implements OptimizerProvider {

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("default", "1", "Default configuration", "baseline",
                "Evaluates one configuration: the default of the space, overlaid with the values of the option 'configuration', such as the best single"
                        + " configuration over a set of reference tasks. What every tuning has to beat.",
                List.of("Dodge et al., Show Your Work: Improved Reporting of Experimental Results, 2019",
                        "Sivaprasad et al., Optimizer Benchmarking Needs to Account for Hyperparameter Tuning, 2020"),
                Capable.blind(), SearchSpace.of())
                .withOptions(
                        new Option("configuration", "Values that differ from the default, as JSON, such as {\"rate\":0.01}; unknown names are ignored", ""));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        Configuration chosen = context.option("configuration").map(text -> overlaid(space, Configuration.parse(text))).orElseGet(space::defaults);
        AtomicBoolean done = new AtomicBoolean();
        return new BlindOptimizer(() -> done.getAndSet(true) ? Optional.empty() : Optional.of(chosen), context.problem().fidelities().full());
    }

    /** The default of the space with other values where the space has such parameters, made legal. */
    static Configuration overlaid(SearchSpace space, Configuration values) {
        Configuration overlaid = space.defaults();
        for (var entry : values.active().entrySet()) {
            if (space.parameter(entry.getKey()).isPresent()) {
                overlaid = overlaid.with(entry.getKey(), entry.getValue());
            }
        }
        return space.repair(overlaid);
    }
}
