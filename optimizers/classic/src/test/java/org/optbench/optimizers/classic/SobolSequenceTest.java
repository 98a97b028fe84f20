package org.optbench.optimizers.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.optimizers.classic.SobolSequence.Scrambling;

class SobolSequenceTest {

    /** Reference: SobolSequenceGenerator of Commons Math 3.6.1, the same direction numbers in the same Gray-code order. */
    @Test
    void unscrambledPointsAreThoseOfCommonsMath() {
        SobolSequenceGenerator reference = new SobolSequenceGenerator(1000);
        SobolSequence ours = new SobolSequence(1000, Scrambling.NONE, 1);
        for (int i = 0; i < 300; i++) {
            assertThat(ours.next()).containsExactly(reference.nextVector());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyElementaryIntervalOfTheFirstTwoDimensionsHoldsOnePoint(Scrambling scrambling) {
        int power = 8;
        double[][] points = points(scrambling, 2, 1 << power, 7);
        for (int split = 0; split <= power; split++) {
            boolean[] taken = new boolean[1 << power];
            for (double[] point : points) {
                int cell = (int) (point[0] * (1 << split)) << (power - split) | (int) (point[1] * (1 << (power - split)));
                assertThat(taken[cell]).as("split %d, point %s", split, Arrays.toString(point)).isFalse();
                taken[cell] = true;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionIsStratified(Scrambling scrambling) {
        double[][] points = points(scrambling, 1000, 64, 3);
        for (int j = 0; j < 1000; j++) {
            long cells = 0;
            for (double[] point : points) {
                assertThat(point[j]).isBetween(0.0, Math.nextDown(1.0));
                cells |= 1L << (int) (point[j] * 64);
            }
            assertThat(cells).as("dimension %d", j).isEqualTo(-1L);
        }
    }

    /** Mean square error of the mean of a smooth function: about N^-3 with Owen's scrambling, N^-1 for random points (here 1/12 / 1024 = 8e-5). */
    @Test
    void owenScramblingIntegratesSmoothFunctionsBetterThanRandomPoints() {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            double mean = Arrays.stream(points(Scrambling.OWEN, 1, 1024, seed)).mapToDouble(point -> point[0]).average().orElseThrow();
            sum += (mean - 0.5) * (mean - 0.5);
        }
        assertThat(sum / 20).isLessThan(1e-9);
    }

    @Test
    void seedsGiveDifferentScramblings() {
        assertThat(points(Scrambling.OWEN, 3, 1, 1)[0]).isNotEqualTo(points(Scrambling.OWEN, 3, 1, 2)[0]);
        assertThat(points(Scrambling.MATRIX, 3, 1, 1)[0]).isNotEqualTo(points(Scrambling.MATRIX, 3, 1, 2)[0]);
    }

    @Test
    void tooManyDimensionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SobolSequence(1001, Scrambling.OWEN, 1)).withMessageContaining("1001");
    }

    private static double[][] points(Scrambling scrambling, int dimension, int count, long seed) {
        SobolSequence sequence = new SobolSequence(dimension, scrambling, seed);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = sequence.next();
        }
        return points;
    }
}
