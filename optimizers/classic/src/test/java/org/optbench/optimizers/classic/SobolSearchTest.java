package org.optbench.optimizers.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.UsageLedger;
import org.optbench.optimizers.testkit.OptimizerContract;

class SobolSearchTest extends OptimizerContract {

    @Override
    protected OptimizerProvider provider() {
        return new SobolSearch();
    }

    @Test
    void fixedValuesAreInEverySuggestionAndTheOthersVary() {
        List<Configuration> points = points(space("dropout"), 1, Map.of("fixed", "{\"algorithm\":\"muon\"}", "vary", "muon.*"));
        assertThat(points).allSatisfy(point -> {
            assertThat(point.active().keySet()).containsExactly("algorithm", "dropout", "muon.lr", "muon.momentum");
            assertThat(point.choice("algorithm")).isEqualTo("muon");
            assertThat(point.real("dropout")).isEqualTo(0.25);
        });
        assertThat(points).extracting(point -> point.real("muon.lr")).doesNotHaveDuplicates();
    }

    @Test
    void theSamePointsComeInEveryRunAndInSpacesThatShareTheParameters() {
        Map<String, String> options = Map.of("fixed", "{\"algorithm\":\"muon\"}", "vary", "muon.*");
        List<Double> rates = points(space("dropout"), 1, options).stream().map(point -> point.real("muon.lr")).toList();
        assertThat(points(space("smoothing"), 2, options)).extracting(point -> point.real("muon.lr")).isEqualTo(rates);
    }

    @Test
    void patternsThatMatchNothingAreRefused() {
        assertThatThrownBy(() -> points(space("dropout"), 1, Map.of("fixed", "{\"algorithm\":\"muon\"}", "vary", "lion.*")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'vary'").hasMessageContaining("muon.lr");
    }

    private static SearchSpace space(String other) {
        SearchSpace.Builder space = SearchSpace.builder().add(CategoricalParameter.of("algorithm", "adamw", "muon"));
        for (String name : List.of("adamw", "muon")) {
            space.add(FloatParameter.log(name + ".lr", 1e-4, 1), Condition.equal("algorithm", name));
            space.add(FloatParameter.linear(name + ".momentum", 0, 1), Condition.equal("algorithm", name));
        }
        return space.add(FloatParameter.linear(other, 0, 0.5)).build();
    }

    private static List<Configuration> points(SearchSpace space, long seed, Map<String, String> options) {
        Problem problem = Problem.of(space, Objective.minimize("loss"));
        OptimizerContext context = new OptimizerContext(problem, Budget.ofTrials(5), 1,
                Configuration.of(Map.of("scrambling", Value.of("owen"), "points", Value.of("same"))), options, RandomStreams.of(seed), UsageLedger.none(),
                Path.of("none"));
        List<Configuration> points = new ArrayList<>();
        try (Optimizer optimizer = new SobolSearch().create(context)) {
            for (int i = 0; i < 5; i++) {
                points.add(((Ask.Suggest) optimizer.ask(AskRequest.one())).suggestions().getFirst().configuration());
            }
        }
        assertThat(points).allMatch(space::contains);
        return points;
    }
}
