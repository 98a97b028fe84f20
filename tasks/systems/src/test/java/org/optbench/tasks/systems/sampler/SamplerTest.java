package org.optbench.tasks.systems.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.model.random.RandomStreams;

/** The flow against closed forms, and the dynamic-programming optimum against enumeration. */
class SamplerTest {

    @ParameterizedTest
    @EnumSource
    void theDynamicProgrammingOptimumIsThatOfAllSchedules(Target target) {
        Schedules schedules = new Sampler(target, Path.FLOW, Integrator.EULER, 12).schedules();
        for (int steps : new int[]{1, 2, 4, 7, 12}) {
            double best = schedules.cost(schedules.best(steps));
            double enumerated = IntStream.range(0, 1 << 11).filter(mask -> Integer.bitCount(mask) < steps)
                    .mapToDouble(mask -> schedules.cost(IntStream.range(0, 11).filter(i -> (mask >> i & 1) == 1).map(i -> i + 1).toArray())).min()
                    .orElseThrow();
            assertThat(best).isEqualTo(enumerated);
            assertThat(schedules.best(steps)).hasSizeLessThan(steps).isSorted();
        }
    }

    @Test
    void randomCostsAreOptimisedToo() {
        RandomGenerator random = RandomStreams.of("schedules").stream("costs");
        for (int round = 0; round < 20; round++) {
            double[][] cost = new double[11][11];
            for (double[] row : cost) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextDouble();
                }
            }
            Schedules schedules = new Schedules(cost);
            int steps = 1 + random.nextInt(6);
            double enumerated = IntStream.range(0, 1 << 9).filter(mask -> Integer.bitCount(mask) < steps)
                    .mapToDouble(mask -> schedules.cost(IntStream.range(0, 9).filter(i -> (mask >> i & 1) == 1).map(i -> i + 1).toArray())).min()
                    .orElseThrow();
            assertThat(schedules.cost(schedules.best(steps))).isEqualTo(enumerated);
        }
    }

    @Test
    void orderAndRepetitionOfTimesDoNotCount() {
        Schedules schedules = new Sampler(Target.TWO_MODES, Path.COSINE, Integrator.HEUN, 12).schedules();
        assertThat(schedules.cost(new int[]{7, 3, 3, 9})).isEqualTo(schedules.cost(new int[]{3, 7, 9}));
    }

    @ParameterizedTest
    @EnumSource
    void theVelocityOfOneGaussianIsLinear(Path path) {
        // x_t ~ N(data m, data^2 s^2 + noise^2): dx/dt = data' m + (data' data s^2 + noise' noise) / variance (x - data m)
        Mixture one = new Mixture(new double[][]{{1.5}}, new double[]{0.5}, new double[]{1.0});
        double[] v = new double[1];
        for (double t : new double[]{0.0, 0.3, 0.9, 1.0}) {
            one.velocity(path, t, new double[]{0.7}, v, new double[1]);
            double variance = path.data(t) * path.data(t) * 0.25 + path.noise(t) * path.noise(t);
            double slope = (path.dataRate(t) * path.data(t) * 0.25 + path.noiseRate(t) * path.noise(t)) / variance;
            assertThat(v[0]).isCloseTo(path.dataRate(t) * 1.5 + slope * (0.7 - path.data(t) * 1.5), within(1e-12));
        }
    }

    @Test
    void theFlowCarriesNoiseToTheTarget() {
        // one Gaussian: the flow maps x_0 to m + s x_0 exactly, by either path; Heun's error over 400 steps is far below 1e-4
        Mixture one = new Mixture(new double[][]{{1.5}}, new double[]{0.5}, new double[]{1.0});
        Integrator.Scratch scratch = new Integrator.Scratch(one);
        for (Path path : Path.values()) {
            double[] x = {-0.8};
            for (int i = 0; i < 400; i++) {
                Integrator.HEUN.step(one, path, i / 400.0, (i + 1) / 400.0, x, scratch);
            }
            assertThat(x[0]).isCloseTo(1.5 - 0.8 * 0.5, within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"EULER, 2", "HEUN, 4"})
    void errorsFallWithTheOrderOfTheMethod(Integrator integrator, int power) {
        // global error of order p: twice the steps, squared error 2^(2 p) times smaller, within 35 % at these sizes
        Sampler sampler = new Sampler(Target.TWO_MODES, Path.FLOW, integrator, 400);
        double coarse = sampler.endError(every(4));
        double fine = sampler.endError(every(2));
        assertThat(coarse / fine).isBetween(0.65 * Math.pow(2.0, power), 1.35 * Math.pow(2.0, power));
    }

    @Test
    void theBestScheduleBeatsTheUniformOne() {
        Sampler sampler = new Sampler(Target.RING_8, Path.FLOW, Integrator.EULER, 40);
        Schedules schedules = sampler.schedules();
        int[] uniform = IntStream.range(1, 8).map(i -> 5 * i).toArray();
        assertThat(schedules.cost(schedules.best(8))).isLessThan(0.8 * schedules.cost(uniform));
    }

    private static int[] every(int stride) {
        return IntStream.range(1, 400).filter(i -> i % stride == 0).toArray();
    }
}
