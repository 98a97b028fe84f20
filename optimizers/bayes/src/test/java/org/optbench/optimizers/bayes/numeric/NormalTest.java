package org.optbench.optimizers.bayes.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: scipy 1.10.1, scipy.special erfcx, log_ndtr, ndtri. */
class NormalTest {
    private static final double PERCENT = 1e-10;

    @ParameterizedTest
    @CsvSource({"0, 1.0", "0.1, 0.8964569799691268", "1, 0.427583576155807", "5, 0.11070463773306861", "30, 0.018795888861416754",
            "1e4, 5.641895807268084e-05"})
    void scaledComplementaryErrorFunction(double x, double expected) {
        assertThat(Normal.erfcx(x)).isCloseTo(expected, withPercentage(PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"-100, -5005.524208694205", "-40, -804.6084420137539", "-5, -15.064998393988727", "-1, -1.841021645009264", "0, -0.6931471805599453",
            "0.5, -0.3689464152886563", "6, -9.865876455243719e-10"})
    void logarithmOfTheDistributionFunction(double z, double expected) {
        assertThat(Normal.logCdf(z)).isCloseTo(expected, withPercentage(PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"1e-300, -37.0470962993612", "1e-10, -6.361340902404056", "0.01, -2.3263478740408408", "0.3, -0.5244005127080409",
            "0.975, 1.959963984540054"})
    void quantiles(double p, double expected) {
        assertThat(Normal.quantile(p)).isCloseTo(expected, withPercentage(PERCENT));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN"})
    void aProbabilityOutsideTheUnitIntervalIsRefused(double p) {
        assertThatThrownBy(() -> Normal.quantile(p)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1e-9", "-0.3", "-1", "-20.5", "-300", "-700"})
    void fastExponentialAgreesWithTheLibrary(double x) {
        assertThat(FastExp.exp(x)).isCloseTo(StrictMath.exp(x), withPercentage(1e-13));
    }
}
