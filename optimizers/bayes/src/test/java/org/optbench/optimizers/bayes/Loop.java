package org.optbench.optimizers.bayes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.optbench.model.Budget;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** A small trial loop for tests. */
final class Loop {
    private Loop() {
    }

    static Optimizer create(OptimizerProvider provider, Problem problem, Configuration settings, int trials, long seed) {
        OptimizerVariant variant = new OptimizerCatalog(List.of(provider)).resolve(provider.description().id(), settings, Map.of());
        return provider.create(new OptimizerContext(problem, Budget.ofTrials(trials), 1, variant.settings(), variant.options(), RandomStreams.of(seed),
                UsageLedger.none(), Path.of("unused")));
    }

    /** Asks for {@code batch} at a time until {@code trials} were told, the last of a batch first. */
    static List<Trial> run(Optimizer optimizer, Function<Configuration, Outcome> task, int trials, int batch) {
        List<Trial> told = new ArrayList<>();
        while (told.size() < trials) {
            List<Suggestion> suggestions = ((Ask.Suggest) optimizer.ask(new AskRequest(batch, 0, java.util.Optional.empty()))).suggestions();
            int first = told.size();
            for (int i = suggestions.size() - 1; i >= 0; i--) {
                Trial trial = new Trial(first + i, suggestions.get(i), 0, task.apply(suggestions.get(i).configuration()), List.of());
                optimizer.tell(trial);
                told.add(trial);
            }
        }
        return told;
    }

    static double best(List<Trial> trials) {
        return trials.stream().filter(t -> t.outcome() instanceof Outcome.Valued)
                .mapToDouble(t -> ((Outcome.Valued) t.outcome()).objectives().getFirst()).min().orElseThrow();
    }
}
