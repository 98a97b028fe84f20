package org.optbench.optimizers.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** Searches do better than chance on the spaces they are made for. */
class SearchTest {

    private static final SearchSpace TREE = tree();
    private static final SearchSpace TOUR = SearchSpace.of(new PermutationParameter("tour", 16));
    private static final int SEEDS = 8;

    /** Three levels of choices, of which one branch is good and has a number to tune. */
    private static SearchSpace tree() {
        SearchSpace.Builder builder = SearchSpace.builder().add(CategoricalParameter.of("a", "0", "1", "2", "3"));
        for (int i = 0; i < 4; i++) {
            builder.add(CategoricalParameter.of("b" + i, "0", "1", "2", "3"), Condition.equal("a", Integer.toString(i)));
            builder.add(FloatParameter.linear("x" + i, 0, 1), Condition.equal("b" + i, "2"));
        }
        return builder.build();
    }

    private static double treeValue(Configuration c) {
        int a = Integer.parseInt(c.choice("a"));
        int b = Integer.parseInt(c.choice("b" + a));
        double x = c.isActive("x" + a) ? c.real("x" + a) : 0.9;
        return Math.abs(a - 2) + 0.7 * Math.abs(b - 2) + Math.abs(x - 0.3);
    }

    /** Length of a tour of points on a circle: shortest when the items are in order around it. */
    private static double tourLength(Configuration c) {
        int[] order = c.order("tour");
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            int gap = Math.abs(order[i] * 7 % 16 - order[(i + 1) % 16] * 7 % 16);
            sum += StrictMath.sin(Math.PI * gap / 16);
        }
        return sum;
    }

    private static double best(String optimizer, Map<String, String> options, SearchSpace space, ToDoubleFunction<Configuration> function, int trials,
            int seed) {
        OptimizerVariant variant = OptimizerCatalog.load(SearchTest.class.getClassLoader()).resolve(optimizer, Configuration.empty(), options);
        Problem problem = Problem.of(space, Objective.minimize("f"));
        double best = Double.POSITIVE_INFINITY;
        try (Optimizer run = variant.provider().create(new OptimizerContext(problem, Budget.ofTrials(trials), 1, variant.settings(), variant.options(),
                RandomStreams.of(seed), UsageLedger.none(), Path.of("unused")))) {
            for (int trial = 0; trial < trials; trial++) {
                if (!(run.ask(AskRequest.one()) instanceof Ask.Suggest(List<Suggestion> suggestions))) {
                    break;
                }
                double value = function.applyAsDouble(suggestions.getFirst().configuration());
                best = Math.min(best, value);
                run.tell(new Trial(trial, suggestions.getFirst(), trial, Outcome.of(value), List.of()));
            }
        }
        return best;
    }

    private static double mean(String optimizer, SearchSpace space, ToDoubleFunction<Configuration> function, int trials) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += best(optimizer, new TreeMap<>(), space, function, trials, seed);
        }
        return sum / SEEDS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcts", "mcts/bisection", "tree-smbo", "alns"})
    void findsTheGoodBranchOfATree(String optimizer) {
        assertThat(mean(optimizer, TREE, SearchTest::treeValue, 80)).isLessThan(0.85 * mean("random", TREE, SearchTest::treeValue, 80));
    }

    /** The shortest tour has length 16 sin(pi / 16) = 3.12; a random one 10.2 in expectation. */
    @ParameterizedTest
    @ValueSource(strings = {"alns", "alns/roulette", "alns/ucb"})
    void adaptiveNeighbourhoodsShortenATour(String optimizer) {
        assertThat(mean(optimizer, TOUR, SearchTest::tourLength, 600)).isLessThan(4.2);
    }

    /** One member is hopeless; the bandit gives it few of the trials, so that the portfolio is hardly worse than the good one alone. */
    @Test
    void aPortfolioFollowsItsBestMember() {
        SearchSpace space = SearchSpace.of(FloatParameter.linear("x", -5, 5), FloatParameter.linear("y", -5, 5), FloatParameter.linear("z", -5, 5));
        ToDoubleFunction<Configuration> sphere = c -> Math.pow(c.real("x") - 1, 2) + Math.pow(c.real("y") + 2, 2) + Math.pow(c.real("z") - 3, 2);
        double both = 0;
        double random = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            both += StrictMath.log10(best("portfolio", Map.of("members", "random,cma-es"), space, sphere, 300, seed)) / SEEDS;
            random += StrictMath.log10(best("random", Map.of(), space, sphere, 300, seed)) / SEEDS;
        }
        assertThat(both).isLessThan(random - 2);
    }

    @Test
    void aPortfolioWithoutAbleMembersSaysSo() {
        assertThatThrownBy(() -> best("portfolio", Map.of("members", "nelder-mead"), TOUR, SearchTest::tourLength, 10, 1))
                .hasMessageContaining("none of them can take on this problem").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> best("portfolio", Map.of("members", "cma-se"), TOUR, SearchTest::tourLength, 10, 1)).hasMessageContaining("cma-es");
    }

    @Test
    void aSelectorTakesWhatDidBestOnSimilarTasks() {
        OptimizerContext context = new OptimizerContext(Problem.of(TREE, Objective.minimize("f")), Budget.ofTrials(50), 1, Configuration.empty(), Map.of(),
                RandomStreams.of(1), UsageLedger.none(), Path.of("unused"));
        assertThat(SelectorProvider.ranked(context)).isNotEmpty().noneMatch(variant -> variant.id().startsWith("selector"));
    }
}
