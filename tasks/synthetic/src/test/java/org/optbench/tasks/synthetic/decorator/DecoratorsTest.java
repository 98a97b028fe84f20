package org.optbench.tasks.synthetic.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Observation;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.TaskRunner;
import org.optbench.tasks.synthetic.coco.BbobFunction;

class DecoratorsTest {

    private static final int DRAWS = 2000;

    private static Configuration point(double... x) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put("x" + (i + 1), Value.of(x[i]));
        }
        return new Configuration(values);
    }

    private static List<Configuration> sample(Task task, int count) {
        RandomGenerator random = RandomStreams.of("decorators").stream("sample");
        List<Configuration> configurations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            configurations.add(task.problem().space().sample(random));
        }
        return configurations;
    }

    /** Standard deviations 0.5 and 1 / sqrt(12); the tolerance is four standard errors of the mean, false alarm 6e-5. */
    @ParameterizedTest
    @CsvSource({"gaussian,0.5,0.5", "uniform,0.5,0.28867513"})
    void additiveNoiseHasMeanZeroAndItsScale(String model, double scale, double deviation) {
        Task noisy = TaskRunner.open("bbob/f1/d3/i1+noise(" + model + "," + scale + ")");
        double truth = BbobFunction.of(1, 3, 1).value(new double[]{1.0, 2.0, -3.0});
        double sum = 0.0;
        double squares = 0.0;
        for (int seed = 0; seed < DRAWS; seed++) {
            double error = TaskRunner.value(noisy, point(1.0, 2.0, -3.0), seed) - truth;
            sum += error;
            squares += error * error;
        }
        assertThat(sum / DRAWS).isCloseTo(0.0, within(4.0 * deviation / Math.sqrt(DRAWS)));
        // The variance of a squared normal is twice the fourth power of the deviation.
        assertThat(squares / DRAWS).isCloseTo(deviation * deviation, within(4.0 * Math.sqrt(2.0 / DRAWS) * deviation * deviation));
        assertThat(noisy.problem().noisy()).isTrue();
        assertThat(noisy.description().traits()).contains(Trait.NOISY);
    }

    /** Equations of RR-6869: the logarithm of the Gaussian ratio is normal, the Cauchy model adds at least 0. */
    @Test
    void bbobNoiseKeepsTheOptimumAndPerturbsTheGap() {
        BbobFunction f = BbobFunction.of(1, 3, 1);
        for (String model : List.of("bbob-gaussian", "bbob-uniform", "bbob-cauchy")) {
            Task noisy = TaskRunner.open("bbob/f1/d3/i1+noise(" + model + ",severe)");
            assertThat(TaskRunner.value(noisy, point(f.optimum()), 3)).isEqualTo(f.optimalValue());
            for (int seed = 0; seed < 50; seed++) {
                assertThat(TaskRunner.value(noisy, point(1.0, 2.0, -3.0), seed)).isGreaterThan(f.optimalValue());
            }
        }
        Task noisy = TaskRunner.open("bbob/f1/d3/i1+noise(bbob-gaussian,severe)");
        double gap = f.value(new double[]{1.0, 2.0, -3.0}) - f.optimalValue();
        double sum = 0.0;
        for (int seed = 0; seed < DRAWS; seed++) {
            sum += Math.log((TaskRunner.value(noisy, point(1.0, 2.0, -3.0), seed) - f.optimalValue()) / gap);
        }
        assertThat(sum / DRAWS).isCloseTo(0.0, within(4.0 / Math.sqrt(DRAWS)));
    }

    @Test
    void noiseDependsOnTheSeedAlone() {
        Task noisy = TaskRunner.open("bbob/f1/d3/i1+noise(cauchy,1)");
        assertThat(TaskRunner.value(noisy, point(0, 0, 0), 5)).isEqualTo(TaskRunner.value(noisy, point(0, 0, 0), 5))
                .isNotEqualTo(TaskRunner.value(noisy, point(0, 0, 0), 6));
    }

    @Test
    void noiseLeavesTheOtherMembersOfAMultiTaskProblemNaN() {
        Task noisy = TaskRunner.open("multitask/ci-ackley-rastrigin/d5+noise(gaussian,1)");
        Outcome.Success outcome = (Outcome.Success) TaskRunner.evaluate(noisy, noisy.problem().space().defaults(), Fidelity.none(), 1);
        assertThat(outcome.objectives().get(0)).isFinite();
        assertThat(outcome.objectives().get(1)).isNaN();
    }

    @Test
    void shiftIsOneToOneAndKeepsTheOptimalValue() {
        Task plain = TaskRunner.open("bbob/f1/d2/i1");
        Task shifted = TaskRunner.open("bbob/f1/d2/i1+shift(5)");
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 200; i++) {
            for (int j = 0; j <= 200; j++) {
                best = Math.min(best, TaskRunner.value(shifted, point(-5.0 + 0.05 * i, -5.0 + 0.05 * j), 1));
            }
        }
        // The grid point nearest to the optimum is within 0.025 of it in each coordinate.
        assertThat(best).isBetween(plain.problem().objective().optimum().orElseThrow(),
                plain.problem().objective().optimum().orElseThrow() + 2 * 0.025 * 0.025);
        assertThat(shifted.problem().objective().optimum()).isEqualTo(plain.problem().objective().optimum());
        assertThat(TaskRunner.value(shifted, point(1, 1), 1)).isNotEqualTo(TaskRunner.value(plain, point(1, 1), 1));
    }

    @Test
    void rotationKeepsTheMiddleAndTheDistanceFromIt() {
        Task sphere = TaskRunner.open("classic/sphere/d4");
        Task rotated = TaskRunner.open("classic/sphere/d4+rotate(9)");
        assertThat(TaskRunner.value(rotated, point(0.5, 0.5, 0.5, 0.5), 1)).isCloseTo(0.0, within(1e-30));
        for (Configuration x : List.of(point(0.6, 0.5, 0.3, 0.5), point(0.4, 0.7, 0.45, 0.6))) {
            assertThat(TaskRunner.value(rotated, x, 1)).isCloseTo(TaskRunner.value(sphere, x, 1), within(1e-14));
        }
        Task ellipsoid = TaskRunner.open("classic/elliptic/d4");
        Task turned = TaskRunner.open("classic/elliptic/d4+rotate(9)");
        assertThat(TaskRunner.value(turned, point(50, 0, 0, 0), 1)).isNotEqualTo(TaskRunner.value(ellipsoid, point(50, 0, 0, 0), 1));
        assertThat(turned.problem().objective().optimum()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.3", "1.2,0.8", "-0.2,0.2", "2.4,0.4", "-1.1,0.9"})
    void mirroringIsATriangleWave(double v, double expected) {
        assertThat(RotateDecorator.mirrored(v)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void biasVanishesAtFullBudgetAndGrowsBelow() {
        Task plain = TaskRunner.open("bbob/f3/d3/i1");
        Task biased = TaskRunner.open("bbob/f3/d3/i1+bias(10)");
        assertThat(biased.description().type().code()).isEqualTo("MF");
        double squares = 0.0;
        List<Configuration> points = sample(plain, 200);
        for (Configuration x : points) {
            double truth = TaskRunner.value(plain, x, 1);
            assertThat(TaskRunner.value(biased, x, 1)).isEqualTo(truth);
            Outcome.Success low = (Outcome.Success) TaskRunner.evaluate(biased, x, Fidelity.of("budget", 0.5), 1);
            squares += Math.pow(low.objectives().getFirst() - truth, 2.0);
        }
        assertThat(Math.sqrt(squares / points.size())).isBetween(2.0, 12.0);
    }

    @Test
    void ranksAreAnnounced() {
        Task ranked = TaskRunner.open("bbob/f1/d2/i1+ranks()");
        assertThat(ranked.problem().observation()).isEqualTo(Observation.RANKS);
        assertThat(ranked.description().traits()).contains(Trait.RANK_ONLY);
        assertThat(ranked.description().id()).isEqualTo(TaskId.of("bbob/f1/d2/i1+ranks()"));
    }

    /** Means of the three distributions; four standard errors (deviations 0, 1 and 1.311). */
    @ParameterizedTest
    @CsvSource({"constant,0", "exponential,1", "lognormal,1.3108"})
    void delaysHaveTheirMean(String distribution, double deviation) {
        Task delayed = TaskRunner.open("bbob/f1/d2/i1+delay(3," + distribution + ")");
        assertThat(delayed.description().clock()).isEqualTo(TaskClock.SIMULATED);
        double sum = 0.0;
        for (int seed = 0; seed < DRAWS; seed++) {
            sum += TaskRunner.evaluate(delayed, point(0, 0), Fidelity.none(), seed).cost().seconds().orElseThrow();
        }
        assertThat(sum / DRAWS).isCloseTo(3.0, within(4.0 * 3.0 * deviation / Math.sqrt(DRAWS) + 1e-9));
    }

    @Test
    void delayAddsToStatedSeconds() {
        Task delayed = TaskRunner.open("mf/park2/good+delay(3)");
        Outcome outcome = TaskRunner.evaluate(delayed, delayed.problem().space().defaults(), delayed.problem().fidelities().full(), 1);
        assertThat(outcome.cost().seconds().orElseThrow()).isEqualTo(4.0);
    }

    /** Binomial with p = 0.3: four standard errors. */
    @Test
    void failuresHaveTheirRateAndKind() {
        Task failing = TaskRunner.open("bbob/f1/d2/i1+fail(0.3,timeout)");
        int failures = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            if (TaskRunner.evaluate(failing, point(0, 0), Fidelity.none(), seed) instanceof Outcome.Failure failure) {
                assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                failures++;
            }
        }
        assertThat(failures / (double) DRAWS).isCloseTo(0.3, within(4.0 * Math.sqrt(0.21 / DRAWS)));
    }

    @Test
    void hiddenRegionFailsWhateverTheSeedAndSparesTheDefault() {
        Task failing = TaskRunner.open("bbob/f1/d3/i1+fail(0.25,crash,region)");
        int failures = 0;
        List<Configuration> points = sample(failing, DRAWS);
        for (Configuration x : points) {
            boolean first = TaskRunner.evaluate(failing, x, Fidelity.none(), 1) instanceof Outcome.Failure;
            assertThat(TaskRunner.evaluate(failing, x, Fidelity.none(), 2) instanceof Outcome.Failure).isEqualTo(first);
            failures += first ? 1 : 0;
        }
        // Sampling error of points and threshold together stays below 0.05.
        assertThat(failures / (double) DRAWS).isCloseTo(0.25, within(0.05));
        assertThat(TaskRunner.evaluate(failing, failing.problem().space().defaults(), Fidelity.none(), 1)).isInstanceOf(Outcome.Success.class);
    }

    @Test
    void cacheRepeatsNoisyResultsInWhateverOrder() {
        Task first = TaskRunner.open("bbob/f1/d2/i1+noise(gaussian,1)+cache(2)");
        Task second = TaskRunner.open("bbob/f1/d2/i1+noise(gaussian,1)+cache(2)");
        double a = TaskRunner.value(first, point(1, 1), 1);
        double b = TaskRunner.value(first, point(2, 2), 2);
        double c = TaskRunner.value(first, point(3, 3), 3);
        assertThat(TaskRunner.value(first, point(1, 1), 4)).isEqualTo(a);
        assertThat(TaskRunner.value(second, point(3, 3), 9)).isEqualTo(c);
        assertThat(TaskRunner.value(second, point(2, 2), 8)).isEqualTo(b);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise()", "noise(gauss,1)", "noise(gaussian,-1)", "noise(gaussian,much)", "noise(bbob-gaussian,extreme)", "shift(1,2)",
            "rotate(1,2)", "bias()", "ranks(1)", "delay(-1)", "delay(1,normal)", "fail(2)", "fail(0.1,burn)", "cache(0)"})
    void wrongArgumentsAreRefusedWithTheUsage(String decorator) {
        assertThatThrownBy(() -> TaskRunner.open("bbob/f1/d2/i1+" + decorator)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Decorator '" + decorator.substring(0, decorator.indexOf('('))).hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"combinatorial/onemax/n16/i1+shift(1)", "combinatorial/tsp/n8/i1+rotate(1)", "mf/forrester/good+rotate(1)",
            "mo/zdt1/m2/d5+noise(bbob-cauchy,severe)", "combinatorial/onemax/n16/i1+bias(1)", "bbob/f1/d2/i1+bias(1)+bias(2)"})
    void tasksThatCannotBeDecoratedAreNamed(String id) {
        assertThatThrownBy(() -> TaskRunner.open(id)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot be used on task")
                .hasMessageContaining("Maybe");
    }
}
