package org.optbench.optimizers.bayes.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;

class RegressionForestTest {
    private static final RegressionForest.Growth FULL = new RegressionForest.Growth(5, false, 1, 2);

    @Test
    void fullyGrownTreesReproduceDistinctData() {
        CoordinateKind[] kinds = {new CoordinateKind(0, 0), new CoordinateKind(4, 0), new CoordinateKind(0, 0)};
        SplittableRandom random = new SplittableRandom(1);
        double[][] points = new double[60][];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            points[i] = new double[]{random.nextDouble(), (random.nextInt(4) + 0.5) / 4, i % 3 == 0 ? Double.NaN : random.nextDouble()};
            y[i] = random.nextGaussian();
        }
        RegressionForest forest = RegressionForest.fit(kinds, points, y, FULL, random);
        double[] means = new double[60];
        double[] variances = new double[60];
        forest.predict(points, means, variances);
        assertThat(means).containsExactly(y, within(1e-12));
        assertThat(variances).containsExactly(new double[60], within(1e-12)); // rounding of the mean of equal leaves
    }

    /** A step at 0.5 in one of two inputs, choices {0, 3} against {1, 2}, and an inactive coordinate that adds 5. */
    @Test
    void findsStepsGroupsOfChoicesAndInactivity() {
        CoordinateKind[] kinds = {new CoordinateKind(0, 0), new CoordinateKind(4, 0), new CoordinateKind(0, 0)};
        SplittableRandom random = new SplittableRandom(2);
        double[][] points = new double[300][];
        double[] y = new double[300];
        for (int i = 0; i < 300; i++) {
            points[i] = new double[]{random.nextDouble(), (random.nextInt(4) + 0.5) / 4, random.nextBoolean() ? Double.NaN : random.nextDouble()};
            y[i] = truth(points[i]);
        }
        RegressionForest forest = RegressionForest.fit(kinds, points, y, new RegressionForest.Growth(20, true, 1, 3), random);
        double[][] queries = {{0.2, 0.125, 0.3}, {0.8, 0.125, 0.3}, {0.2, 0.375, 0.9}, {0.8, 0.625, Double.NaN}, {0.1, 0.875, Double.NaN}};
        double[] means = new double[5];
        double[] variances = new double[5];
        forest.predict(queries, means, variances);
        assertThat(means).containsExactly(Arrays.stream(queries).mapToDouble(RegressionForestTest::truth).toArray(), within(1e-9));
    }

    private static double truth(double[] x) {
        int choice = (int) (4 * x[1]);
        return (x[0] > 0.5 ? 10 : 0) + (choice == 0 || choice == 3 ? 2 : 0) + (Double.isNaN(x[2]) ? 5 : 0);
    }

    @Test
    void theVarianceIsLargerBetweenTheData() {
        CoordinateKind[] kinds = {new CoordinateKind(0, 0)};
        double[][] points = {{0.1}, {0.2}, {0.8}, {0.9}};
        double[] y = {0, 0, 1, 1};
        RegressionForest forest = RegressionForest.fit(kinds, points, y, new RegressionForest.Growth(200, false, 1, 2), new SplittableRandom(3));
        double[] means = new double[2];
        double[] variances = new double[2];
        forest.predict(new double[][]{{0.15}, {0.5}}, means, variances);
        // Thresholds are uniform in (0.2, 0.8), so half of 200 trees say 0 at 0.5 (deviation 0.035; four of them are 0.14).
        assertThat(means[1]).isCloseTo(0.5, within(0.14));
        assertThat(variances[1]).isCloseTo(0.25, within(0.03));
        assertThat(variances[0]).isZero();
    }

    @Test
    void badGrowthIsRefused() {
        assertThatThrownBy(() -> new RegressionForest.Growth(0, true, 1, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }
}
