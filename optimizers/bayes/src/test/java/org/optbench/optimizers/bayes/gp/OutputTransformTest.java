package org.optbench.optimizers.bayes.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTransformTest {
    @ParameterizedTest
    @EnumSource(OutputTransform.class)
    void keepsTheOrderAndStandardises(OutputTransform transform) {
        double[] y = {3, 1e7, -2, 0.5, 40, 0.5, 1e300};
        double[] z = transform.apply(y);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (y[i] < y[j]) {
                    assertThat(z[i]).isLessThanOrEqualTo(z[j]);
                }
            }
        }
        assertThat(z[3]).isEqualTo(z[5]);
        assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(z).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(OutputTransform.class)
    void equalObservationsBecomeZero(OutputTransform transform) {
        assertThat(transform.apply(new double[]{7, 7, 7})).containsOnly(0.0);
        assertThat(transform.apply(new double[]{-7})).containsOnly(0.0);
    }
}
