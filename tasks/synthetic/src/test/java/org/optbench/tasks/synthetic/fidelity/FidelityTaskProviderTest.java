package org.optbench.tasks.synthetic.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.model.Direction;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Task;
import org.optbench.tasks.synthetic.TaskRunner;
import org.optbench.tasks.synthetic.classic.ClassicFunction;
import org.optbench.tasks.synthetic.classic.Hartmann;

class FidelityTaskProviderTest {

    private static Configuration point(double... x) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put("x" + (i + 1), Value.of(x[i]));
        }
        return new Configuration(values);
    }

    @ParameterizedTest
    @EnumSource
    void fullFidelityIsExactForEveryQuality(FidelityFunction function) {
        for (Quality quality : Quality.values()) {
            Task task = TaskRunner.open("mf/" + function.id() + "/" + quality.id());
            double value = TaskRunner.value(task, point(function.optimum()), 5);
            assertThat(value).isEqualTo(function.high(function.optimum())).isEqualTo(task.problem().objective().optimum().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void optimumIsTheBestOfManyPoints(FidelityFunction function) {
        Random random = new Random(1);
        double best = function.direction() == Direction.MINIMIZE ? -function.high(function.optimum()) : function.high(function.optimum());
        for (int trial = 0; trial < 20_000; trial++) {
            double[] x = new double[function.dimension()];
            for (int i = 0; i < x.length; i++) {
                x[i] = function.lower()[i] + (function.upper()[i] - function.lower()[i]) * random.nextDouble();
            }
            double value = function.direction() == Direction.MINIMIZE ? -function.high(x) : function.high(x);
            assertThat(value).isLessThanOrEqualTo(best + 1e-9);
        }
    }

    /** Optima of the literature: Branin 0.397887, Currin 13.7987, Borehole 309.5755, Forrester -6.02074 (Surjanovic, Bingham). */
    @ParameterizedTest
    @CsvSource({"BRANIN,0.397887,1e-6", "CURRIN,13.7987,1e-4", "BOREHOLE,309.5755,1e-3", "FORRESTER,-6.02074,1e-5"})
    void optimaAreThePublishedOnes(FidelityFunction function, double published, double tolerance) {
        assertThat(function.high(function.optimum())).isCloseTo(published, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"3,HARTMANN3", "6,HARTMANN6"})
    void hartmannAtFullFidelityIsTheClassicFunction(int dimension, ClassicFunction classic) {
        Random random = new Random(2);
        for (Quality quality : Quality.values()) {
            Task task = TaskRunner.open("mf/hartmann" + dimension + "/" + quality.id());
            double[] x = random.doubles(dimension).toArray();
            assertThat(TaskRunner.value(task, point(x), 9)).isEqualTo(classic.value(x));
        }
    }

    /** At z = 10 half of the bias and noise are left, as log 10 is half of log 100. */
    @Test
    void hartmannIsFlatterAndNoisierBelow() {
        Task task = TaskRunner.open("mf/hartmann3/terrible");
        double[] best = {0.114614, 0.555649, 0.852547};
        double sum = 0.0;
        int seeds = 400;
        for (int seed = 0; seed < seeds; seed++) {
            Outcome.Success outcome = (Outcome.Success) TaskRunner.evaluate(task, point(best), Fidelity.of("z", 10), seed);
            sum += outcome.objectives().getFirst();
        }
        double[] weights = {1.0 - 2.0, 1.2 - 2.0, 3.0 - 2.0, 3.2 - 2.0};
        double biased = Hartmann.three(best, weights);
        // Mean of the half-normal with deviation 2.5 is 1.995, its deviation 1.507; four standard errors of 400 draws are 0.301.
        assertThat(sum / seeds).isCloseTo(biased + 2.5 * Math.sqrt(2.0 / Math.PI), within(0.301));
    }

    @Test
    void lowestLevelOfModerateQualityIsThePublishedApproximation() {
        double[] x = {0.3, 0.7};
        assertThat(FidelityFunction.CURRIN.value(x, 0.0, Quality.MODERATE, 0.0)).isCloseTo(FidelityFunction.CURRIN.low(x), within(1e-12));
        assertThat(FidelityFunction.BRANIN.value(x, 0.0, Quality.GOOD, 0.0)).isCloseTo(
                0.5 * (FidelityFunction.BRANIN.low(x) + FidelityFunction.BRANIN.high(x)), within(1e-12));
    }

    @Test
    void costGrowsWithTheLevel() {
        Task task = TaskRunner.open("mf/park1/bad");
        Configuration x = point(0.5, 0.5, 0.5, 0.5);
        double cheap = TaskRunner.evaluate(task, x, Fidelity.of("s", 0.1), 1) instanceof Outcome.Success s ? s.cost().seconds().orElseThrow() : -1;
        double full = TaskRunner.evaluate(task, x, Fidelity.of("s", 1.0), 1) instanceof Outcome.Success s ? s.cost().seconds().orElseThrow() : -1;
        assertThat(cheap).isCloseTo(0.0595, within(1e-12));
        assertThat(full).isEqualTo(1.0);
    }

    @Test
    void pairsJoinTheirFunctions() {
        Task task = TaskRunner.open("mf/branin-currin/bad");
        Outcome.Success outcome = (Outcome.Success) TaskRunner.evaluate(task, point(0.2, 0.6), Fidelity.of("s", 1.0), 3);
        assertThat(outcome.objectives()).isEqualTo(
                List.of(FidelityFunction.BRANIN.high(new double[]{-2.0, 9.0}), FidelityFunction.CURRIN.high(new double[]{0.2, 0.6})));
        assertThat(task.description().type().code()).isEqualTo("MOMF");
        assertThat(task.description().attributes()).containsAllEntriesOf(Map.of("function", "branin-currin", "quality", "bad"));
    }
}
