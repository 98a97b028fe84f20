package org.optbench.optimizers.bayes.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FastNormalTest {
    @Test
    void agreesWithTheAccurateFunctions() {
        for (double z = -9; z < 9; z += 0.0137) {
            assertThat(FastNormal.cdf(z)).isCloseTo(Normal.cdf(z), within(2e-6));
        }
        for (double x = 1e-12; x < 1e12; x *= 1.37) {
            assertThat(FastNormal.log(x)).isCloseTo(StrictMath.log(x), within(1e-9));
        }
    }
}
