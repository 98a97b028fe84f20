package org.optbench.optimizers.bayes.parzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParzenEstimatorTest {
    private static final CoordinateKind[] KINDS = {new CoordinateKind(0, 0), new CoordinateKind(3, 0)};
    private static final List<double[]> POINTS = List.of(new double[]{0.03, 0.5}, new double[]{0.4, 1 / 6.0}, new double[]{0.9, 0.5},
            new double[]{Double.NaN, 5 / 6.0});

    /** The density over [0, 1] x {3 choices} sums to 1: midpoint rule with 2000 cells, error below 1e-4 for widths above 0.02. */
    @ParameterizedTest
    @EnumSource(Bandwidth.class)
    void theDensityIsNormalised(Bandwidth bandwidth) {
        ParzenEstimator estimator = estimator(bandwidth);
        List<double[]> grid = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            for (int c = 0; c < 3; c++) {
                grid.add(new double[]{(i + 0.5) / 2000, (c + 0.5) / 3});
            }
        }
        double sum = 0;
        for (double log : estimator.logDensity(grid)) {
            sum += StrictMath.exp(log) / 2000;
        }
        assertThat(sum).isCloseTo(1, within(2e-4));
    }

    /** 20 000 draws: the frequency of each of 12 cells has a standard deviation below 0.0036; five of them are 0.018. */
    @ParameterizedTest
    @EnumSource(Bandwidth.class)
    void samplesFollowTheDensity(Bandwidth bandwidth) {
        ParzenEstimator estimator = estimator(bandwidth);
        double[][] frequency = new double[4][3];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            double[] point = new double[2];
            estimator.sample(point, random);
            frequency[Math.min((int) (4 * point[0]), 3)][KINDS[1].choice(point[1])] += 1.0 / 20_000;
        }
        for (int a = 0; a < 4; a++) {
            for (int c = 0; c < 3; c++) {
                double mass = 0;
                for (int k = 0; k < 500; k++) {
                    double[] at = {(a + (k + 0.5) / 500) / 4, (c + 0.5) / 3};
                    mass += StrictMath.exp(estimator.logDensity(List.of(at))[0]) / 2000;
                }
                assertThat(frequency[a][c]).isCloseTo(mass, within(0.018));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Bandwidth.class)
    void withoutPointsItIsUniform(Bandwidth bandwidth) {
        ParzenEstimator estimator = new ParzenEstimator(KINDS, new int[]{0, 1}, List.of(), new double[0],
                new ParzenEstimator.Smoothing(bandwidth, 1, 0.02, 0.2, 1));
        assertThat(estimator.logDensity(List.of(new double[]{0.7, 0.5}))[0]).isCloseTo(-StrictMath.log(3), within(1e-9));
    }

    private static ParzenEstimator estimator(Bandwidth bandwidth) {
        return new ParzenEstimator(KINDS, new int[]{0, 1}, POINTS, new double[]{1, 2, 1, 0.5},
                new ParzenEstimator.Smoothing(bandwidth, 0.3, 0.02, 0.2, 1));
    }
}
