package org.optbench.optimizers.bayes.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.Hyperparameters;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Radial;

class RuleTest {
    /** Reference: mpmath with 80 digits, log(npdf(z) + z ncdf(z)). */
    @ParameterizedTest
    @CsvSource({"-1000, -500014.73445209116", "-200, -20011.515648259739", "-61, -1869.6414917394199", "-59, -1749.574874377438", "-10, -55.553122036122356",
            "-1, -2.4851210257126413", "0, -0.91893853320467274", "1, 0.08002621884930694", "5, 1.6094379231264314"})
    void logImprovementIsAccurateInTheTail(double z, double expected) {
        assertThat(Rule.logImprovement(z)).isCloseTo(expected, withPercentage(1e-8));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void partialsEqualFiniteDifferences(Rule rule) {
        for (double mean : new double[]{-1.5, 0.2, 3, 40}) {
            for (double deviation : new double[]{0.3, 2}) {
                double[] partials = new double[2];
                rule.partials(mean, deviation, 0.1, 4, partials);
                double h = 1e-5;
                double byMean = (rule.score(mean + h, deviation, 0.1, 4) - rule.score(mean - h, deviation, 0.1, 4)) / (2 * h);
                double byDeviation = (rule.score(mean, deviation + h, 0.1, 4) - rule.score(mean, deviation - h, 0.1, 4)) / (2 * h);
                assertThat(partials[0]).isCloseTo(byMean, within(1e-6 * Math.max(1, Math.abs(byMean))));
                assertThat(partials[1]).isCloseTo(byDeviation, within(1e-6 * Math.max(1, Math.abs(byDeviation))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void gradientOverThePosteriorEqualsFiniteDifferences(Rule rule) {
        double[][] x = {{0.1, 0.2}, {0.4, 0.9}, {0.7, 0.3}};
        GaussianProcess process = GaussianProcess.condition(KernelShape.ard(Radial.MATERN_52, 2),
                new Hyperparameters(new double[]{0.5, 0.8}, 1.3, 0.01, new double[0][]), x, new double[]{0.3, -1.1, 0.8});
        PosteriorAcquisition one = new PosteriorAcquisition(process, rule, -1, 2);
        Acquisition acquisition = new SumAcquisition(List.of(one, one));
        double[] at = {0.33, 0.61};
        double[] gradient = new double[2];
        double value = acquisition.value(at, gradient);
        double[] batch = new double[1];
        acquisition.values(new double[][]{at}, batch);
        assertThat(batch[0]).isCloseTo(value, within(1e-9));
        double[] unused = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            double difference = (acquisition.value(up, unused) - acquisition.value(down, unused)) / 2e-6;
            assertThat(gradient[i]).isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
        }
    }

    @Test
    void expectedImprovementIsTheExponentialOfItsLogarithm() {
        assertThat(StrictMath.log(Rule.EI.score(0.5, 0.7, 0.1, 0))).isCloseTo(Rule.LOG_EI.score(0.5, 0.7, 0.1, 0), within(1e-12));
    }
}
