package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PerformanceSpaceTest {

    /** The published logarithmic matrix is made from the raw one by the stated rule. */
    @Test
    void logNormalisationReproducesThePublishedMatrix() {
        double[][] raw = TestPoints.shared("dfcrit.txt");
        double[][] expected = TestPoints.shared("dfcrit_log.txt");
        double[][] found = Normalisation.fit(raw, Normalisation.Scale.LOG).apply(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(found[i]).as("row %s", i).containsExactly(expected[i], within(1e-12));
        }
    }

    @Test
    void automaticScaleFollowsTheStatedRule() {
        double[][] crowded = {{0, 0}, {0.01, 0.02}, {0.02, 0.03}, {1, 1}};
        double[][] even = {{0, 0}, {0.3, 0.4}, {0.6, 0.7}, {1, 1}};
        double[][] negative = {{-1, 0}, {-0.99, 0.02}, {-0.98, 0.03}, {1, 1}};
        assertThat(Normalisation.fit(crowded, Normalisation.Scale.AUTO).logarithmic()).isTrue();
        assertThat(Normalisation.fit(even, Normalisation.Scale.AUTO).logarithmic()).isFalse();
        assertThat(Normalisation.fit(negative, Normalisation.Scale.AUTO).logarithmic()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Normalisation.fit(negative, Normalisation.Scale.LOG))
                .withMessageContaining("matrix[0][0] is -1.0");
    }

    @Test
    void storedBoundsClipNewRowsAndConstantColumnsBecomeZero() {
        Normalisation fit = Normalisation.fit(new double[][]{{2, 5}, {4, 5}}, Normalisation.Scale.RAW);
        assertThat(fit.apply(new double[][]{{3, 5}, {1, 9}, {10, 0}}))
                .isDeepEqualTo(new double[][]{{0.5, 0}, {0, 0}, {1, 0}});
    }

    /** By hand: covariance [[2, 1], [1, 2]] has eigenvalues 3 and 1 along the diagonals. */
    @Test
    void principalComponentsOfAKnownCovariance() {
        double s = Math.sqrt(3.0);
        double[][] x = {{1, 1}, {-1, -1}, {s / 3, -s / 3}, {-s / 3, s / 3}};
        PrincipalComponents p = PrincipalComponents.fit(x);
        // Sums of squares along the two directions: 4 and 4/3; divisor 3.
        assertThat(p.variance()).containsExactly(new double[]{4.0 / 3.0, 4.0 / 9.0}, within(1e-12));
        assertThat(p.components()[0]).containsExactly(new double[]{Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-12));
        assertThat(p.explained(1)).isCloseTo(0.75, within(1e-12));
        assertThat(p.componentsFor(0.9)).isEqualTo(2);
    }

    @Test
    void principalComponentsKeepDistancesAndOrderVariance() {
        double[][] x = TestPoints.random(new SplittableRandom(1), 40, 6, 0);
        PrincipalComponents p = PrincipalComponents.fit(x);
        double[][] y = p.project(x, 6);
        for (int i = 1; i < x.length; i++) {
            assertThat(distance(y[0], y[i])).isCloseTo(distance(x[0], x[i]), within(1e-10));
        }
        double[] v = p.variance();
        for (int c = 1; c < v.length; c++) {
            assertThat(v[c]).isLessThanOrEqualTo(v[c - 1]);
        }
        assertThat(PrincipalComponents.fit(y).variance()).containsExactly(v, within(1e-10));
    }

    private static double distance(double[] a, double[] b) {
        double s = 0.0;
        for (int j = 0; j < a.length; j++) {
            s += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(s);
    }

    @Test
    void redundancyGroupsDuplicatesAndNeighbours() {
        double[][] x = {{0.1, 0.1}, {0.5, 0.5}, {0.1, 0.1}, {0.52, 0.5}, {0.54, 0.5}, {0.9, 0.9}};
        RedundancyMap same = RedundancyMap.of(x, 0.0);
        assertThat(same.groups()).singleElement().satisfies(g -> assertThat(g.members()).containsExactly(0, 2));
        RedundancyMap near = RedundancyMap.of(x, 0.021);
        assertThat(near.groups()).hasSize(2);
        assertThat(near.groups().getFirst().members()).containsExactly(1, 3, 4);
        assertThat(near.groups().getFirst().representative()).isEqualTo(3);
        assertThat(near.groups().getFirst().diameter()).isCloseTo(0.04, within(1e-12));
        assertThat(near.redundant()).isEqualTo(3);
        assertThat(near.nearest()[0]).isEqualTo(2);
        assertThat(near.distance()[5]).isCloseTo(0.4, within(1e-12));
    }

    /** 2188 tasks of which 1748 are distinct: counted in the published matrix. */
    @Test
    void redundancyOfTheRealMatrix() {
        assertThat(RedundancyMap.of(TestPoints.shared("dfcrit_log.txt"), 0.0).redundant()).isEqualTo(2188 - 1748);
    }

    @Test
    void medoidsOfSeparatedClusters() {
        SplittableRandom r = new SplittableRandom(4);
        double[][] x = new double[60][];
        for (int i = 0; i < 60; i++) {
            double c = 0.2 + 0.3 * (i % 3);
            x[i] = new double[]{c + 0.02 * r.nextDouble(), c + 0.02 * r.nextDouble()};
        }
        int[] m = KMedoids.select(x, 3, 1);
        assertThat(Arrays.stream(m).map(i -> i % 3).sorted().toArray()).containsExactly(0, 1, 2);
    }
}
