package org.optbench.optimizers.bayes.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.Hyperparameters;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.space.Encoding;

class SampledAcquisitionTest {
    private static final double[][] X = {{0.1, 0.2}, {0.4, 0.9}, {0.7, 0.3}, {0.95, 0.6}, {0.5, 0.5}};
    private static final double[] Y = {0.3, -1.1, 0.8, 1.7, -0.4};

    private static GaussianProcess process(double noise) {
        return GaussianProcess.condition(KernelShape.ard(Radial.MATERN_52, 2), new Hyperparameters(new double[]{0.5, 0.8}, 1.3, noise, new double[0][]), X,
                Y);
    }

    /** Reference: the integral of the maximum times the normal density by the trapezoidal rule on [-9, 9] with step 1e-3. */
    @Test
    void expectedMaximumOfLinesEqualsTheIntegral() {
        SplittableRandom random = new SplittableRandom(8);
        for (int repeat = 0; repeat < 20; repeat++) {
            double[] a = random.doubles(7, -1, 1).toArray();
            double[] b = random.doubles(7, -1, 1).toArray();
            b[3] = b[2];
            double integral = 0;
            for (int k = -9000; k <= 9000; k++) {
                double z = k * 1e-3;
                double largest = IntStream.range(0, 7).mapToDouble(i -> a[i] + b[i] * z).max().orElseThrow();
                integral += largest * StrictMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * 1e-3;
            }
            assertThat(KnowledgeGradient.expectedMaximum(a, b)).isCloseTo(integral, within(1e-6));
        }
    }

    /** Without noise, and over the incumbent and the point alone, the knowledge gradient is the expected improvement on the predicted best. */
    @Test
    void knowledgeGradientOfTwoIndependentPointsIsExpectedImprovement() {
        GaussianProcess process = process(1e-8);
        double[][] far = {{0.7, 0.1}};
        double[] kg = new double[1];
        new KnowledgeGradient(process, new double[][]{X[1]}).values(far, kg);
        double[] ei = new double[1];
        new PosteriorAcquisition(process, Rule.EI, process.predict(X[1]).mean(), 0).values(far, ei);
        assertThat(kg[0]).isCloseTo(ei[0], within(1e-5)).isPositive();
    }

    @Test
    void noisyImprovementTendsToImprovementAsNoiseVanishes() {
        GaussianProcess process = process(1.3e-6);
        boolean[] all = {true, true, true, true, true};
        Acquisition noisy = new NoisyExpectedImprovement(process, all, 4, new SplittableRandom(1));
        double[] expected = new double[1];
        double[] actual = new double[1];
        double[][] at = {{0.33, 0.61}};
        new PosteriorAcquisition(process, Rule.LOG_EI, -1.1, 0).values(at, expected);
        noisy.values(at, actual);
        assertThat(actual[0]).isCloseTo(expected[0], within(0.05));
    }

    @Test
    void noisyImprovementHasTheGradientOfItsValue() {
        Acquisition noisy = new LogAcquisition(new NoisyExpectedImprovementExponential());
        double[] at = {0.33, 0.61};
        double[] gradient = new double[2];
        double value = noisy.value(at, gradient);
        double[] batch = new double[1];
        noisy.values(new double[][]{at}, batch);
        assertThat(batch[0]).isCloseTo(value, within(1e-9));
        for (int i = 0; i < 2; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            double difference = (noisy.value(up, new double[2]) - noisy.value(down, new double[2])) / 2e-6;
            assertThat(gradient[i]).isCloseTo(difference, within(1e-4 * Math.max(1, Math.abs(difference))));
        }
    }

    /** Exponential of the noisy expected improvement, so that its logarithm tests both. */
    private static final class NoisyExpectedImprovementExponential implements Acquisition {
        private final Acquisition inner = new NoisyExpectedImprovement(process(0.05), new boolean[]{true, true, true, false, true}, 6,
                new SplittableRandom(2));

        @Override
        public void values(double[][] features, double[] values) {
            inner.values(features, values);
            Arrays.setAll(values, j -> StrictMath.exp(values[j]));
        }

        @Override
        public double value(double[] features, double[] gradient) {
            double value = StrictMath.exp(inner.value(features, gradient));
            for (int f = 0; f < gradient.length; f++) {
                gradient[f] *= value;
            }
            return value;
        }
    }

    /** 4000 joint samples: standard errors of mean and covariance are below 0.012 and 0.015; the bounds are four of them. */
    @Test
    void posteriorSamplesHaveThePosteriorMoments() {
        GaussianProcess process = process(0.01);
        double[][] queries = {{0.3, 0.6}, {0.95, 0.05}};
        double[][] cross = process.posteriorCovariance(queries, queries);
        double[][] joint = process.posteriorCovariance(queries);
        SplittableRandom random = new SplittableRandom(3);
        double[] mean = new double[2];
        double product = 0;
        for (int s = 0; s < 4000; s++) {
            double[] sample = process.sample(queries, random);
            product += (sample[0] - process.predict(queries[0]).mean()) * (sample[1] - process.predict(queries[1]).mean()) / 4000;
            mean[0] += sample[0] / 4000;
            mean[1] += sample[1] / 4000;
        }
        assertThat(cross[0][1]).isCloseTo(joint[0][1], within(1e-12));
        assertThat(cross[1][1]).isCloseTo(joint[1][1], within(1e-12));
        assertThat(product).isCloseTo(joint[0][1], within(0.06));
        assertThat(mean[0]).isCloseTo(process.predict(queries[0]).mean(), within(0.05));
        assertThat(mean[1]).isCloseTo(process.predict(queries[1]).mean(), within(0.05));
    }

    @Test
    void samplesAtTheObservationsFollowThePosterior() {
        GaussianProcess process = process(1e-6);
        assertThat(process.sampleAtObservations(new SplittableRandom(4))).containsExactly(Y, within(0.01));
        assertThat(process.withObservations(new double[]{1, 2, 3, 4, 5}).predict(X[2]).mean()).isCloseTo(3, within(0.01));
        assertThat(process(0.1).withoutNoise().predict(X[1]).mean()).isCloseTo(Y[1], within(1e-3));
    }

    /** A separable game has one equilibrium; 8 players with 20 choices are 2.6e10 points, one round scores 160. */
    @Test
    void bestResponseSolvesASeparableGame() {
        List<String> names = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        Encoding encoding = new Encoding(SearchSpace.of(IntStream.range(0, 8).mapToObj(i -> CategoricalParameter.of("c" + i, names)).toList()));
        Acquisition separable = new Acquisition() {
            @Override
            public void values(double[][] features, double[] values) {
                for (int j = 0; j < features.length; j++) {
                    values[j] = 0;
                    for (int k = 0; k < 8; k++) {
                        values[j] += features[j][20 * k + (3 * k + 5) % 20];
                    }
                }
            }

            @Override
            public double value(double[] features, double[] gradient) {
                throw new UnsupportedOperationException();
            }
        };
        double[] point = new BestResponse(encoding, 1, 5).maximise(separable, List.of(), p -> true, new SplittableRandom(5));
        for (int k = 0; k < 8; k++) {
            assertThat((int) (20 * point[k])).isEqualTo((3 * k + 5) % 20);
        }
    }
}
