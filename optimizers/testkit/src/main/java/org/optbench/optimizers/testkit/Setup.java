package org.optbench.optimizers.testkit;

import java.nio.file.Path;
import java.util.Map;
import org.optbench.model.Budget;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** How one run of the contract is set up. */
record Setup(OptimizerProvider provider, ProblemCase problem, Configuration settings, Map<String, String> options, Budget budget, int workers, long seed,
        Path workFolder) {

    static Setup of(OptimizerVariant variant, ProblemCase problem, int trials, Path workFolder) {
        return new Setup(variant.provider(), problem, variant.settings(), Map.copyOf(variant.options()), Budget.ofTrials(trials), 1, 17, workFolder);
    }

    Setup withWorkers(int count) {
        return new Setup(provider, problem, settings, options, budget, count, seed, workFolder);
    }

    Setup withBudget(Budget replacement) {
        return new Setup(provider, problem, settings, options, replacement, workers, seed, workFolder);
    }

    Setup withSettings(Configuration replacement) {
        return new Setup(provider, problem, replacement, options, budget, workers, seed, workFolder);
    }

    Optimizer create() {
        return provider.create(new OptimizerContext(problem.problem(), budget, workers, settings, options, RandomStreams.of(seed), UsageLedger.none(),
                workFolder));
    }

    /** What happens to a trial instead of the function's own outcome. */
    @FunctionalInterface
    interface Fate {
        Outcome of(int trial, Outcome own);

        static Fate own() {
            return (_, outcome) -> outcome;
        }
    }

    /** Which of the pending trials is told next. */
    enum Order {
        FIRST, LAST, SCRAMBLED
    }
}
