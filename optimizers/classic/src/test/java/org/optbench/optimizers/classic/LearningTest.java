package org.optbench.optimizers.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** Every optimizer of the module but the baselines must beat random search clearly on an easy problem of numbers: median of 5 seeds, 300 trials. */
class LearningTest {

    private static final SearchSpace SPACE = SearchSpace.of(FloatParameter.linear("a", 0, 1), FloatParameter.linear("b", 0, 1),
            FloatParameter.linear("c", 0, 1), IntParameter.linear("n", 0, 30));
    private static final Problem PROBLEM = Problem.of(SPACE, Objective.minimize("f"));

    @TestFactory
    Stream<DynamicTest> learns() {
        double random = medianOfRandomSearch();
        OptimizerCatalog catalog = new OptimizerCatalog(ServiceLoader.load(OptimizerProvider.class));
        return catalog.variantIds().stream().filter(id -> isOfThisModule(catalog, id))
                .map(id -> DynamicTest.dynamicTest(id, () -> assertThat(median(catalog.resolve(id, Configuration.empty(), Map.of())))
                        .as("random search reaches %s", random).isLessThan(0.6 * random)));
    }

    private static boolean isOfThisModule(OptimizerCatalog catalog, String id) {
        OptimizerProvider provider = catalog.resolve(id, Configuration.empty(), Map.of()).provider();
        return provider.getClass().getPackage().equals(LearningTest.class.getPackage())
                && !provider.description().family().equals("baseline");
    }

    private static double value(Configuration c) {
        double sum = 0;
        for (String name : List.of("a", "b", "c")) {
            sum += (c.real(name) - 0.3) * (c.real(name) - 0.3);
        }
        return sum + Math.abs(c.whole("n") - 20) / 100.0;
    }

    private static double medianOfRandomSearch() {
        return Stream.iterate(1L, seed -> seed + 1).limit(5).mapToDouble(seed -> {
            var random = RandomStreams.of(seed).stream("random search");
            return Stream.generate(() -> value(SPACE.sample(random))).limit(300).mapToDouble(v -> v).min().orElseThrow();
        }).sorted().skip(2).findFirst().orElseThrow();
    }

    private static double median(OptimizerVariant variant) {
        return Stream.iterate(1L, seed -> seed + 1).limit(5).mapToDouble(seed -> best(variant, seed)).sorted().skip(2).findFirst().orElseThrow();
    }

    private static double best(OptimizerVariant variant, long seed) {
        OptimizerContext context = new OptimizerContext(PROBLEM, Budget.ofTrials(300), 1, variant.settings(), variant.options(), RandomStreams.of(seed),
                UsageLedger.none(), Path.of("target"));
        double best = Double.POSITIVE_INFINITY;
        try (Optimizer optimizer = variant.provider().create(context)) {
            for (int trial = 0; trial < 300; trial++) {
                Suggestion suggestion = ((Ask.Suggest) optimizer.ask(AskRequest.one())).suggestions().getFirst();
                double value = value(suggestion.configuration());
                best = Math.min(best, value);
                optimizer.tell(new Trial(trial, suggestion, trial, Outcome.of(value), List.of()));
            }
        }
        return best;
    }
}
