package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class L2DiscrepancyTest {

    /** Against the definition, the integral of the squared local discrepancy, by the midpoint rule on 400 x 400 cells. */
    @Test
    void agreesWithTheIntegral() {
        double[][] x = TestPoints.halton(12, 2);
        int m = 400;
        double sum = 0.0;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                double[] y = {(a + 0.5) / m, (b + 0.5) / m};
                double local = Box.of(y, false, x).discrepancy();
                sum += local * local;
            }
        }
        assertThat(L2Discrepancy.of(x)).isCloseTo(Math.sqrt(sum / ((double) m * m)), within(1e-4));
        assertThat(L2Discrepancy.of(x)).isLessThan(StarDiscrepancy.exact(x).upper());
    }

    @Test
    void selectionFindsTheBestOfAllSubsets() {
        double[][] x = TestPoints.random(new SplittableRandom(2), 14, 2, 0);
        double best = Double.POSITIVE_INFINITY;
        for (int m = 0; m < 1 << 14; m++) {
            if (Integer.bitCount(m) == 4) {
                int mask = m;
                double[][] s = java.util.stream.IntStream.range(0, 14).filter(i -> (mask >> i & 1) == 1).mapToObj(i -> x[i])
                        .toArray(double[][]::new);
                best = Math.min(best, L2Discrepancy.of(s));
            }
        }
        int[] found = L2Discrepancy.select(x, 4, 50, 1);
        assertThat(L2Discrepancy.of(Arrays.stream(found).mapToObj(i -> x[i]).toArray(double[][]::new))).isCloseTo(best, within(1e-12));
    }
}
