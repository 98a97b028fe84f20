package org.optbench.optimizers.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.junit.jupiter.api.Test;

class DesignsTest {

    /** Radical inverses by hand: 6 = 110 in base 2 and 20 in base 3. Points against HaltonSequenceGenerator of Commons Math 3.6.1 without its scrambling. */
    @Test
    void halton() {
        assertThat(HaltonSequence.radicalInverse(6, 2)).isEqualTo(0.375);
        assertThat(HaltonSequence.radicalInverse(6, 3)).isEqualTo(2.0 / 9, within(1e-15));
        HaltonSequence ours = new HaltonSequence(3, false, 0);
        HaltonSequenceGenerator reference = new HaltonSequenceGenerator(3, new int[]{2, 3, 5}, null);
        for (int i = 0; i < 100; i++) {
            assertThat(ours.next()).containsExactly(reference.nextVector(), within(1e-14));
        }
    }

    @Test
    void scrambledHaltonIsStratifiedInEachBase() {
        HaltonSequence sequence = new HaltonSequence(4, true, 9);
        int[] bases = {2, 3, 5, 7};
        double[][] points = new double[210][];
        for (int i = 0; i < points.length; i++) {
            points[i] = sequence.next();
        }
        for (int j = 0; j < bases.length; j++) {
            int[] counts = new int[bases[j]];
            for (double[] point : points) {
                assertThat(point[j]).isBetween(0.0, Math.nextDown(1.0));
                counts[(int) (point[j] * bases[j])]++;
            }
            for (int count : counts) {
                assertThat(count).isEqualTo(210 / bases[j]);
            }
        }
    }

    @Test
    void aLatinHypercubeHasOnePointInEachStratum() {
        LatinHypercube design = new LatinHypercube(5, 20, new SplittableRandom(1));
        for (int repeat = 0; repeat < 2; repeat++) {
            boolean[][] taken = new boolean[5][20];
            for (int i = 0; i < 20; i++) {
                double[] point = design.next();
                for (int k = 0; k < 5; k++) {
                    assertThat(taken[k][(int) (point[k] * 20)]).isFalse();
                    taken[k][(int) (point[k] * 20)] = true;
                }
            }
        }
    }
}
