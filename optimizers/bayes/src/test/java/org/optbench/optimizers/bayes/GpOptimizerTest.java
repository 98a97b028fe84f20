package org.optbench.optimizers.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Trial;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

class GpOptimizerTest {
    private static final Problem SPHERE = Problem.of(SearchSpace.of(IntStream.range(0, 4).mapToObj(i -> FloatParameter.linear("x" + i, -5, 5)).toList()),
            Objective.minimize("f"));
    private static final SearchSpace MIXED = SearchSpace.builder().add(FloatParameter.log("rate", 1e-4, 1)).add(IntParameter.linear("units", 1, 64))
            .add(CategoricalParameter.of("kind", "a", "b", "c")).add(FloatParameter.linear("depth", 0, 1), Condition.in("kind", "b"))
            .add(new PermutationParameter("order", 4)).build();

    static Stream<Configuration> variants() {
        Stream<Configuration> byAcquisition = parameter("acquisition").choices().stream().map(c -> Configuration.empty().with("acquisition", Value.of(c)));
        Stream<Configuration> byOutput = parameter("output").choices().stream().map(c -> Configuration.empty().with("output", Value.of(c)));
        Stream<Configuration> byKernel = parameter("kernel").choices().stream().map(c -> Configuration.empty().with("kernel", Value.of(c)));
        return Stream.of(byAcquisition, byOutput, byKernel, Stream.of(Configuration.empty().with("input_warping", Value.of("true")))).flatMap(s -> s);
    }

    private static CategoricalParameter parameter(String name) {
        Parameter parameter = GpSettings.SPACE.parameter(name).orElseThrow();
        return (CategoricalParameter) parameter;
    }

    /** 45 random points get below 0.5 with a probability of 0.6 %: the 4-ball of radius sqrt(0.5) fills 1.2e-4 of the box. */
    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantSolvesTheShiftedSphere(Configuration settings) {
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), SPHERE, settings, 45, 7), GpOptimizerTest::sphere, 45, 1);
        assertThat(Loop.best(trials)).isLessThan(0.5);
    }

    @Test
    void theSameSeedGivesTheSameTrialsAndAnotherSeedOthers() {
        List<Trial> first = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 20, 1), GpOptimizerTest::sphere, 20, 2);
        List<Trial> again = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 20, 1), GpOptimizerTest::sphere, 20, 2);
        List<Trial> other = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 20, 2), GpOptimizerTest::sphere, 20, 2);
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void pendingSuggestionsSpread() {
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 48, 3), GpOptimizerTest::sphere, 48, 8);
        assertThat(trials.stream().map(t -> t.suggestion().configuration()).distinct().count()).isEqualTo(48);
        assertThat(Loop.best(trials)).isLessThan(1);
    }

    @Test
    void mixedConditionalSpaceWithFailures() {
        Problem problem = Problem.of(MIXED, Objective.maximize("score"));
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), problem, Configuration.empty(), 60, 5), GpOptimizerTest::score, 60, 1);
        assertThat(trials).allSatisfy(t -> assertThat(MIXED.violations(t.suggestion().configuration())).isEmpty());
        double best = trials.stream().filter(t -> t.outcome() instanceof Outcome.Success)
                .mapToDouble(t -> ((Outcome.Success) t.outcome()).objectives().getFirst()).max().orElseThrow();
        assertThat(best).isGreaterThan(3.8); // of 4; a fully random choice exceeds 3.8 with a probability below 0.001
        long failuresLate = trials.subList(30, 60).stream().filter(t -> t.outcome() instanceof Outcome.Failure).count();
        assertThat(failuresLate).isLessThan(10);
    }

    @Test
    void constraintsAreLearned() {
        Problem problem = SPHERE.withConstraints(List.of(Constraint.of("outside")));
        // Feasible where x0 >= 1: the constrained minimum is 0 at (1, 1, 1, 1) on the boundary.
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), problem, Configuration.empty(), 50, 9),
                c -> Outcome.of(((Outcome.Success) sphere(c)).objectives(), List.of(1000 * (1 - c.real("x0"))), Cost.measured()), 50, 1);
        double best = trials.stream().map(t -> (Outcome.Success) t.outcome()).filter(o -> o.constraints().getFirst() <= 0)
                .mapToDouble(o -> o.objectives().getFirst()).min().orElseThrow();
        assertThat(best).isLessThan(0.1);
    }

    @Test
    void everythingFailingIsSurvived() {
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 30, 1),
                c -> Outcome.failure(FailureKind.CRASH, "always"), 30, 3);
        assertThat(trials).hasSize(30);
    }

    @Test
    void valuesThatAreNotFiniteOrEqualAreSurvived() {
        int[] calls = {0};
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e308, 5, 5, 5};
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), SPHERE, Configuration.empty(), 30, 1),
                c -> Outcome.of(values[calls[0]++ % values.length]), 30, 1);
        assertThat(trials).hasSize(30);
    }

    @Test
    void aFiniteSpaceIsSearchedWithoutRepetitionWhileItLasts() {
        Problem problem = Problem.of(SearchSpace.of(IntParameter.linear("a", 0, 3), CategoricalParameter.of("b", "x", "y", "z")), Objective.minimize("f"));
        List<Trial> trials = Loop.run(Loop.create(new GpProvider(), problem, Configuration.empty(), 15, 1), c -> Outcome.of(c.whole("a")), 15, 1);
        assertThat(trials.subList(0, 12).stream().map(t -> t.suggestion().configuration()).distinct().count()).isEqualTo(12);
    }

    private static Outcome sphere(Configuration c) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += (c.real("x" + i) - 1) * (c.real("x" + i) - 1);
        }
        return Outcome.of(sum);
    }

    private static Outcome score(Configuration c) {
        if (c.choice("kind").equals("c")) {
            return Outcome.failure(FailureKind.CRASH, "kind c always fails");
        }
        double rate = Math.abs(StrictMath.log10(c.real("rate")) + 2) / 2;
        double units = Math.abs(c.whole("units") - 40) / 64.0;
        double depth = c.isActive("depth") ? 1 - Math.abs(c.real("depth") - 0.8) : 0;
        int[] order = c.order("order");
        double sorted = 0;
        for (int i = 0; i < 4; i++) {
            sorted += order[i] == 3 - i ? 0.25 : 0;
        }
        return Outcome.of((1 - rate) + (1 - units) + depth + sorted);
    }
}
