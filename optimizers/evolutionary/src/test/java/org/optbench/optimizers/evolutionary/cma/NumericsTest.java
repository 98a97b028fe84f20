package org.optbench.optimizers.evolutionary.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 40})
    void eigenvectorsDiagonaliseARandomMatrix(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian() * Math.pow(10, random.nextDouble(-2, 2));
                a[j][i] = a[i][j];
            }
        }
        double[][] v = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        double[] values = new double[n];
        assertThat(new SymmetricEigen(n).decompose(v, values)).isTrue();
        double scale = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double av = 0;
                double vv = 0;
                for (int j = 0; j < n; j++) {
                    av += a[i][j] * v[k][j];
                    vv += v[i][j] * v[k][j];
                }
                assertThat(av).isEqualTo(values[k] * v[k][i], within(1e-12 * scale * n));
                assertThat(vv).isEqualTo(i == k ? 1 : 0, within(1e-13 * n));
            }
        }
    }

    /** Reference: Python 3.11, 0.5 * math.erfc(-x / math.sqrt(2)). */
    @ParameterizedTest
    @CsvSource({"-3, 0.001349898031630095", "-1, 0.1586552539314571", "0, 0.5", "0.5, 0.6914624612740131", "1.959963984540054, 0.975",
            "4, 0.9999683287581669"})
    void normalDistribution(double x, double p) {
        assertThat(Normal.cdf(x)).isEqualTo(p, within(1e-14));
        assertThat(Normal.quantile(p)).isEqualTo(x, within(1e-9));
    }

    /** Reference: log(5.5) - log(i), normalised, evaluated with Python 3.11. */
    @Test
    void strategyParametersInTenDimensions() {
        CmaParameters p = CmaParameters.of(10, 10, true, CmaSettings.Covariance.FULL, 0);
        assertThat(p.mu()).isEqualTo(5);
        assertThat(p.muEff()).isEqualTo(3.1672992814107953, within(1e-12));
        assertThat(p.weights()[0]).isEqualTo(0.45627264690340597, within(1e-12));
        assertThat(Arrays.stream(p.weights()).limit(5).sum()).isEqualTo(1, within(1e-12));
        assertThat(Arrays.stream(p.weights()).skip(5).allMatch(w -> w < 0)).isTrue();
        assertThat(p.c1() + p.cmu()).isLessThan(1);
    }
}
