package org.optbench.optimizers.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.indicators.Hypervolume;

class BoxesTest {

    @ParameterizedTest
    @CsvSource({"2, 1, 0", "2, 20, 0", "2, 20, 5", "3, 15, 0", "3, 15, 4", "3, 40, 0", "4, 12, 0", "4, 12, 3", "5, 8, 4"})
    void fillTheRegionAboveTheFrontOnce(int objectives, int points, int grid) {
        RandomGenerator random = new SplittableRandom(objectives * 100L + points);
        for (int repeat = 0; repeat < 20; repeat++) {
            double[][] front = random(random, points, objectives, grid);
            double[] reference = filled(objectives, 1.1);
            Boxes boxes = Boxes.notDominated(front, reference);
            double volume = 0;
            for (int b = 0; b < boxes.lower().length; b++) {
                double box = 1;
                for (int j = 0; j < objectives; j++) {
                    assertThat(boxes.lower()[b][j]).isLessThan(boxes.upper()[b][j]);
                    // Open boxes are cut at -1, below all points.
                    box *= boxes.upper()[b][j] - Math.max(boxes.lower()[b][j], -1);
                }
                volume += box;
            }
            assertThat(volume).isCloseTo(Math.pow(2.1, objectives) - Hypervolume.of(front, reference), within(1e-9));
            for (int draw = 0; draw < 50; draw++) {
                double[] probe = random(random, 1, objectives, 0)[0];
                boolean covered = Arrays.stream(front).anyMatch(point -> isBelow(point, probe));
                assertThat(holding(boxes, probe)).isEqualTo(covered ? 0 : 1);
            }
        }
    }

    private static int holding(Boxes boxes, double[] probe) {
        int count = 0;
        for (int b = 0; b < boxes.lower().length; b++) {
            count += isBelow(boxes.lower()[b], probe) && isBelow(probe, boxes.upper()[b]) ? 1 : 0;
        }
        return count;
    }

    private static boolean isBelow(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (!(a[j] <= b[j])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] random(RandomGenerator random, int points, int objectives, int grid) {
        double[][] drawn = new double[points][objectives];
        for (double[] point : drawn) {
            for (int j = 0; j < objectives; j++) {
                point[j] = grid == 0 ? random.nextDouble() : (double) random.nextInt(grid + 1) / grid;
            }
        }
        return drawn;
    }

    private static double[] filled(int n, double value) {
        double[] filled = new double[n];
        Arrays.fill(filled, value);
        return filled;
    }
}
