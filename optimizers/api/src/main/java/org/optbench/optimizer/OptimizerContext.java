package org.optbench.optimizer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Budget;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;

/**
 * What the platform gives an optimizer when it is made.
 *
 * @param problem    what to solve; within the declared capabilities
 * @param budget     when the run will end, for optimizers that plan
 * @param workers    most suggestions that will be pending at once
 * @param settings   a value for every active parameter of the declared settings
 * @param options    a value for every declared option
 * @param random     the only source of randomness
 * @param ledger     where to enter what is spent
 * @param workFolder folder for own files of this run; may not exist yet
 */
public record OptimizerContext(Problem problem, Budget budget, int workers, Configuration settings, Map<String, String> options, RandomStreams random,
        UsageLedger ledger, Path workFolder) {

    public OptimizerContext {
        options = Map.copyOf(options);
    }

    /** The value of an option that is not empty. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(text -> !text.isEmpty());
    }
}
