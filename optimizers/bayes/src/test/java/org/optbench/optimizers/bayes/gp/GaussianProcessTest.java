package org.optbench.optimizers.bayes.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianProcessTest {
    private static final double[][] X = {{0.1, 0.2}, {0.4, 0.9}, {0.7, 0.3}, {0.95, 0.6}, {0.5, 0.5}};
    private static final double[] Y = {0.3, -1.1, 0.8, 1.7, -0.4};
    private static final double[][] QUERIES = {{0.3, 0.6}, {0.95, 0.05}};
    private static final Hyperparameters PLAIN = new Hyperparameters(new double[]{0.5, 0.8}, 1.3, 0.01, new double[0][]);
    private static final Hyperparameters WARPED = new Hyperparameters(new double[]{0.5, 0.8}, 1.3, 0.01, new double[][]{{1.7, 0.6}, {0.8, 2.1}});

    /** Reference: numpy 1.24.2, explicit inverse of the covariance, generalised least squares mean. */
    @Test
    void predictionsEqualTheTextbookFormulas() {
        GaussianProcess process = GaussianProcess.condition(KernelShape.ard(Radial.MATERN_52, 2), PLAIN, X, Y);
        double[] means = new double[2];
        double[] variances = new double[2];
        process.predict(QUERIES, means, variances);
        assertThat(process.priorMean()).isCloseTo(0.6894086759152448, within(1e-12));
        assertThat(means).containsExactly(new double[]{-0.7915762315518854, 1.5944058341234695}, within(1e-12));
        assertThat(variances).containsExactly(new double[]{0.09638351672726597, 0.37340913096160233}, within(1e-12));
        assertThat(process.posteriorCovariance(QUERIES)[0][1]).isCloseTo(0.02879777833401348, within(1e-12));
        assertThat(process.posteriorCovariance(QUERIES)[1][0]).isCloseTo(0.02879777833401348, within(1e-12));
        Prediction single = process.predict(QUERIES[1]);
        assertThat(single.mean()).isCloseTo(means[1], within(1e-12));
        assertThat(single.variance()).isCloseTo(variances[1], within(1e-12));
    }

    /** Reference: numpy 1.24.2, as above; the penalties of the priors are subtracted. */
    @Test
    void likelihoodEqualsTheTextbookFormula() {
        KernelShape shape = KernelShape.ard(Radial.MATERN_52, 2);
        Priors priors = Priors.dimensionScaled(2);
        MarginalLikelihood likelihood = new MarginalLikelihood(shape, priors, false, GaussianProcess.transpose(X, 2), Y);
        double[] theta = likelihood.encode(PLAIN);
        double penalty = 0;
        for (int i = 0; i < theta.length; i++) {
            penalty += likelihood.prior(i).penalty(theta[i]);
        }
        assertThat(likelihood.value(theta, new double[theta.length]) - penalty).isCloseTo(6.400813891749467, within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(Radial.class)
    void likelihoodGradientEqualsFiniteDifferences(Radial radial) {
        KernelShape shape = new KernelShape(radial, new int[]{0, 1, 1}, new boolean[]{true, true, false});
        SplittableRandom random = new SplittableRandom(5);
        double[][] points = new double[13][];
        Arrays.setAll(points, i -> random.doubles(3).toArray());
        double[] y = random.doubles(13).map(v -> 4 * v - 2).toArray();
        MarginalLikelihood likelihood = new MarginalLikelihood(shape, Priors.dimensionScaled(2), true, GaussianProcess.transpose(points, 3), y);
        double[] theta = {-0.7, 0.2, 0.3, -4.0, 0.3, -0.2, -0.4, 0.5};
        assertThat(likelihood.dimension()).isEqualTo(theta.length);
        double[] gradient = new double[theta.length];
        likelihood.value(theta, gradient);
        double[] unused = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference = (likelihood.value(up, unused) - likelihood.value(down, unused)) / 2e-5;
            assertThat(gradient[i]).as("component %d", i).isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
        }
    }

    @ParameterizedTest
    @EnumSource(Radial.class)
    void predictionGradientEqualsFiniteDifferences(Radial radial) {
        GaussianProcess process = GaussianProcess.condition(KernelShape.ard(radial, 2), WARPED, X, Y);
        double[] at = {0.33, 0.61};
        double[] meanGradient = new double[2];
        double[] varianceGradient = new double[2];
        Prediction prediction = process.predict(at, meanGradient, varianceGradient);
        assertThat(prediction.mean()).isCloseTo(process.predict(at).mean(), within(1e-12));
        for (int i = 0; i < 2; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            assertThat(meanGradient[i]).isCloseTo((process.predict(up).mean() - process.predict(down).mean()) / 2e-6, within(1e-6));
            assertThat(varianceGradient[i]).isCloseTo((process.predict(up).variance() - process.predict(down).variance()) / 2e-6, within(1e-6));
        }
    }

    @Test
    void extendingEqualsConditioningOnAllData() {
        KernelShape shape = KernelShape.ard(Radial.MATERN_52, 2);
        GaussianProcess extended = GaussianProcess.condition(shape, WARPED, Arrays.copyOf(X, 3), Arrays.copyOf(Y, 3)).with(X[3], Y[3]).with(X[4], Y[4]);
        GaussianProcess whole = GaussianProcess.condition(shape, WARPED, X, Y);
        for (double[] query : QUERIES) {
            assertThat(extended.predict(query).mean()).isCloseTo(whole.predict(query).mean(), within(1e-10));
            assertThat(extended.predict(query).variance()).isCloseTo(whole.predict(query).variance(), within(1e-10));
        }
    }

    @Test
    void duplicatePointsDoNotBreakTheFactorisation() {
        double[][] twice = {X[0], X[0], X[0], X[1]};
        Hyperparameters smooth = new Hyperparameters(new double[]{10, 10}, 1, 1e-300, new double[0][]);
        GaussianProcess process = GaussianProcess.condition(KernelShape.ard(Radial.RBF, 2), smooth, twice, new double[]{1, 1, 1, 0});
        assertThat(process.predict(X[0]).mean()).isBetween(0.5, 1.5);
    }

    @Test
    void aFitFindsTheRelevantInput() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] points = new double[40][];
        Arrays.setAll(points, i -> random.doubles(2).toArray());
        double[] y = OutputTransform.STANDARDISE.apply(Arrays.stream(points).mapToDouble(p -> StrictMath.sin(9 * p[0])).toArray());
        KernelShape shape = KernelShape.ard(Radial.MATERN_52, 2);
        GaussianProcess process = new GaussianProcessFitter(shape, Priors.dimensionScaled(2), false, 1, 60).fit(points, y, Optional.empty(), random);
        double[] lengthscales = process.hyperparameters().lengthscales();
        assertThat(lengthscales[1]).isGreaterThan(5 * lengthscales[0]);
        assertThat(process.hyperparameters().noise()).isLessThan(1e-2);
        double[] raw = Arrays.stream(points).mapToDouble(p -> StrictMath.sin(9 * p[0])).toArray();
        double unit = (y[1] - y[0]) / (raw[1] - raw[0]);
        double expected = y[0] + unit * (StrictMath.sin(4.5) - raw[0]);
        assertThat(process.predict(new double[]{0.5, 0.5}).mean()).isCloseTo(expected, within(0.05));
    }

    @Test
    void emptyDataAreRefused() {
        assertThatThrownBy(() -> GaussianProcess.condition(KernelShape.ard(Radial.RBF, 2), PLAIN, new double[0][], new double[0]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }
}
