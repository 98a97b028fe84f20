package org.optbench.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervolumeTest {

    @ParameterizedTest
    @CsvSource({ // moocore 0.3.2, moocore.hypervolume(points, ref)
            "DTLZLinearShape.3d.front.1000pts.10, 1, 0.9778193738306",
            "DTLZSphereShape.4d.front.1000pts.10, 2, 15.6048691672095",
            "ran.10pts.9d.10, 10, 116400070.67925"})
    void publishedSets(String file, double reference, double expected) throws IOException {
        double[][] points = SharedData.points("hypervolume/" + file);
        double[] box = new double[points[0].length];
        Arrays.fill(box, reference);
        assertThat(Hypervolume.of(points, box) / expected).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({ // moocore 0.3.2 on the set of lattice()
            "2, 0.898269391138819", "3, 0.6466069426839987", "4, 0.43987941718997714", "5, 0.3332915266768071",
            "6, 0.2646025782426305", "7, 0.19241691081383663"})
    void latticeAgainstMoocore(int d, double expected) {
        assertThat(Hypervolume.of(lattice(40, d), ones(d))).isCloseTo(expected, within(1e-13));
    }

    @Test
    void agreesWithInclusionExclusionOnSmallSetsWithTies() {
        RandomGenerator random = new Random(7);
        for (int trial = 0; trial < 3000; trial++) {
            int d = 1 + trial % 6;
            int n = random.nextInt(9);
            int grid = 2 + random.nextInt(6);
            double[][] points = new double[n][d];
            for (double[] p : points) {
                for (int j = 0; j < d; j++) {
                    p[j] = random.nextInt(grid + 1) / (double) grid;
                }
            }
            assertThat(Hypervolume.of(points, ones(d))).as(Arrays.deepToString(points))
                    .isCloseTo(inclusionExclusion(points, d), within(1e-12));
        }
    }

    @Test
    void contributionIsTheLossOfLeavingThePointOut() {
        for (int d = 2; d <= 5; d++) {
            double[][] points = lattice(20, d);
            double all = Hypervolume.of(points, ones(d));
            double[] contributions = Hypervolume.contributions(points, ones(d));
            for (int i = 0; i < points.length; i++) {
                double[][] rest = points.clone();
                rest[i] = ones(d);
                assertThat(contributions[i]).isCloseTo(all - Hypervolume.of(rest, ones(d)), within(1e-13));
            }
        }
    }

    @Test
    void pointsOutsideTheReferenceAndNanCountNothing() {
        double[][] points = {{0.5, 0.5}, {0, 1}, {2, 0}, {Double.NaN, 0}};
        assertThat(Hypervolume.of(points, ones(2))).isEqualTo(0.25);
        assertThat(Hypervolume.contribution(points, 3, ones(2))).isZero();
        assertThat(Hypervolume.of(new double[0][], ones(3))).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Hypervolume.of(new double[][]{{0, 0, 0}}, ones(2))).hasMessageContaining("3 coordinates");
        assertThatThrownBy(() -> Hypervolume.of(new double[][]{{0}}, new double[]{Double.NaN})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Hypervolume.of(new double[][]{{Double.NEGATIVE_INFINITY, 0}}, ones(2)))
                .hasMessageContaining("-Infinity");
    }

    private static double inclusionExclusion(double[][] points, int d) {
        double total = 0;
        for (int set = 1; set < 1 << points.length; set++) {
            double volume = 1;
            for (int j = 0; j < d; j++) {
                double corner = 0;
                for (int i = 0; i < points.length; i++) {
                    corner = (set >> i & 1) == 1 ? Math.max(corner, points[i][j]) : corner;
                }
                volume *= 1 - corner;
            }
            total += Integer.bitCount(set) % 2 == 1 ? volume : -volume;
        }
        return total;
    }

    static double[][] lattice(int n, int d) {
        double[][] points = new double[n][d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                long k = (long) i * d + j;
                points[i][j] = (k * k * 7919 + k * 31) % 1009 / 1009.0;
            }
        }
        return points;
    }

    private static double[] ones(int d) {
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return ones;
    }
}
