package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.random.RandomStreams;

/** The noisy functions against the noiseless ones, whose values are those of COCO, and the moments of RR-6869's noise models. */
class NoisyFunctionTest {

    private static final int N = 20_000;

    static IntStream numbers() {
        return IntStream.rangeClosed(NoisyFunction.FIRST, NoisyFunction.LAST);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theGapIsThatOfTheNoiselessFunctionInTheBox(int number) {
        int noiseless = NoisyFunction.noiseless(number);
        RandomGenerator random = RandomStreams.of("noisy test").stream("points");
        for (int d : new int[]{2, 5, 10}) {
            for (int instance = 1; instance <= 3; instance++) {
                NoisyFunction noisy = NoisyFunction.of(number, d, instance);
                BbobFunction pure = BbobFunction.of(noiseless, d, instance);
                double[] x = random.doubles(d, -5.0, 5.0).toArray();
                double gap = pure.value(x) - pure.optimalValue();
                assertThat(noisy.optimalValue()).isEqualTo(pure.optimalValue());
                if (noiseless == 10) {
                    assertThat(noisy.gap(x)).isBetween(gap / 100.0, gap);
                } else {
                    assertThat(noisy.gap(x)).isCloseTo(noiseless == 19 ? gap / 10.0 : gap, within(1e-9 * Math.max(1.0, gap)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void atTheOptimumThereIsNoNoiseAndOutsideTheBoxAPenalty(int number) {
        NoisyFunction f = NoisyFunction.of(number, 3, 1);
        RandomGenerator random = RandomStreams.of("noisy test").stream("noise");
        assertThat(f.value(f.optimum(), random)).isCloseTo(f.optimalValue(), within(2e-8));
        double[] outside = {7.0, -5.5, 0.0};
        double[] sample = values(f, outside);
        assertThat(sample[0]).isGreaterThanOrEqualTo(f.optimalValue() + 100.0 * 4.25);
    }

    @ParameterizedTest
    @CsvSource({"101, 0.01", "107, 1.0", "128, 1.0"})
    void gaussianNoiseIsLogNormal(int number, double beta) {
        NoisyFunction f = NoisyFunction.of(number, 5, 1);
        double[] x = {1.0, 2.0, -3.0, 0.5, 4.0};
        double[] logs = Arrays.stream(values(f, x)).map(v -> Math.log((v - f.optimalValue()) / f.gap(x))).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        // fixed seeds; five standard errors: false alarm below 1e-6 each
        assertThat(mean).isCloseTo(0.0, within(5.0 * beta / Math.sqrt(N)));
        assertThat(deviation).isCloseTo(beta, within(5.0 * beta / Math.sqrt(2.0 * N)));
    }

    @Test
    void uniformNoiseHasTheMeanLogarithmOfItsModel() {
        // ln of U^beta max(1, (1e9 / gap)^(alpha U')): mean -beta + alpha ln(1e9 / gap) / 2 for gap < 1e9; alpha = 0.49 + 1/d, beta = 1
        NoisyFunction f = NoisyFunction.of(108, 5, 1);
        double[] x = {1.0, 2.0, -3.0, 0.5, 4.0};
        double mean = Arrays.stream(values(f, x)).map(v -> Math.log((v - f.optimalValue()) / f.gap(x))).average().orElseThrow();
        double growth = 0.69 * Math.log(1e9 / f.gap(x));
        double deviation = Math.sqrt(1.0 + growth * growth / 12.0);
        assertThat(mean).isCloseTo(-1.0 + growth / 2.0, within(5.0 * deviation / Math.sqrt(N)));
    }

    @ParameterizedTest
    @CsvSource({"103, 0.01, 0.05", "109, 1.0, 0.2"})
    void cauchyNoiseIsAnOffsetWithOutliersOfTheGivenRate(int number, double alpha, double p) {
        NoisyFunction f = NoisyFunction.of(number, 5, 1);
        double[] x = {1.0, 2.0, -3.0, 0.5, 4.0};
        double usual = f.gap(x) + 1000.0 * alpha;
        double[] gaps = Arrays.stream(values(f, x)).map(v -> v - f.optimalValue()).toArray();
        double rate = Arrays.stream(gaps).filter(v -> Math.abs(v - usual) > 1e-6).count() / (double) N;
        // half of the outliers are above; of those half exceed the scale of the Cauchy distribution
        double far = Arrays.stream(gaps).filter(v -> v > usual + alpha).count() / (double) N;
        assertThat(rate).isCloseTo(p, within(5.0 * Math.sqrt(p / N)));
        assertThat(far).isCloseTo(p / 4.0, within(5.0 * Math.sqrt(p / 4.0 / N)));
    }

    private static double[] values(NoisyFunction f, double[] x) {
        RandomGenerator random = RandomStreams.of("noisy test").stream("values");
        return IntStream.range(0, N).mapToDouble(_ -> f.value(x, random)).toArray();
    }
}
