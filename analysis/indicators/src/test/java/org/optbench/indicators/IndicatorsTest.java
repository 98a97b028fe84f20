package org.optbench.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    private static final double[][] FRONT = quarterCircle(5);
    private static final double[][] POINTS = {{0.1, 0.9}, {0.3, 0.55}, {0.6, 0.4}, {0.95, 0.15}};

    @Test
    void twoObjectivesAgainstMoocore() {
        // moocore 0.3.2: igd_plus, igd, epsilon_additive(POINTS, ref=FRONT)
        assertThat(Indicators.igdPlus(POINTS, FRONT)).isCloseTo(0.2109928096009807, within(1e-12));
        assertThat(Indicators.igd(POINTS, FRONT)).isCloseTo(0.22297267378631647, within(1e-12));
        assertThat(Indicators.additiveEpsilon(POINTS, FRONT)).isCloseTo(0.32387953251128676, within(1e-12));
    }

    @Test
    void fourObjectivesAgainstMoocore() {
        double[][] points = sequence(7919, 0, 101);
        double[][] front = sequence(104729, 13, 97);
        assertThat(Indicators.igdPlus(points, front)).isCloseTo(0.23180734328787633, within(1e-12));
        assertThat(Indicators.igd(points, front)).isCloseTo(0.5528070573523588, within(1e-12));
        assertThat(Indicators.additiveEpsilon(points, front)).isCloseTo(0.4034908645503726, within(1e-12));
    }

    @Test
    void aFrontIsAtDistanceZeroFromItself() {
        assertThat(Indicators.igdPlus(FRONT, FRONT)).isZero();
        assertThat(Indicators.additiveEpsilon(FRONT, FRONT)).isZero();
        // Evenly spaced on the arc: only the nearest-neighbour gaps, all equal, and both extremes are held.
        assertThat(Indicators.spread(FRONT, FRONT)).isCloseTo(0, within(1e-12));
        assertThat(Indicators.spread(new double[][]{FRONT[2]}, FRONT)).isEqualTo(1);
        assertThat(Indicators.spread(POINTS, FRONT)).isBetween(0.1, 1.0);
    }

    @Test
    void r2OfOnePointIsTheMeanTchebycheffDistance() {
        // For one point (a, a) and weights (w, 1-w): mean of a max(w, 1-w) over w = 0, 1/4, 1/2, 3/4, 1 is a (1+.75+.5+.75+1)/5.
        double[][] weights = Indicators.uniformWeights2(5);
        assertThat(Indicators.r2(new double[][]{{0.5, 0.5}}, weights, new double[]{0, 0})).isCloseTo(0.4, within(1e-15));
        assertThat(Indicators.r2(POINTS, weights, new double[]{0, 0}))
                .isLessThan(Indicators.r2(new double[][]{POINTS[0]}, weights, new double[]{0, 0}));
    }

    @Test
    void emptyAndInfiniteSetsAreRefused() {
        assertThatThrownBy(() -> Indicators.igdPlus(new double[0][], FRONT)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Indicators.igdPlus(new double[][]{{0, Double.POSITIVE_INFINITY}}, FRONT))
                .hasMessageContaining("Infinity");
    }

    @Test
    void nondominatedPointsByDefinition() {
        Random random = new Random(3);
        for (int trial = 0; trial < 500; trial++) {
            int d = 2 + trial % 3;
            double[][] points = new double[random.nextInt(30)][d];
            for (double[] p : points) {
                for (int j = 0; j < d; j++) {
                    p[j] = random.nextInt(6);
                }
            }
            int[] front = ParetoFront.indices(points);
            boolean[] member = new boolean[points.length];
            for (int i : front) {
                member[i] = true;
            }
            for (int i = 0; i < points.length; i++) {
                boolean beaten = false;
                for (int j = 0; j < points.length; j++) {
                    beaten |= ParetoFront.dominates(points[j], points[i]) || j < i && java.util.Arrays.equals(points[j], points[i]);
                }
                assertThat(member[i]).isEqualTo(!beaten);
            }
        }
        assertThat(ParetoFront.indices(new double[][]{{Double.NaN, 0}, {1, 1}})).containsExactly(1);
        assertThat(ParetoFront.of(new double[][]{{2, 2}, {1, 1}})).isEqualTo(new double[][]{{1, 1}});
    }

    private static double[][] sequence(int factor, int offset, int modulus) {
        double[][] points = new double[6][4];
        for (int i = 0; i < 24; i++) {
            points[i / 4][i % 4] = (i * factor + offset) % modulus / (double) modulus;
        }
        return points;
    }

    private static double[][] quarterCircle(int n) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI / 2 * i / (n - 1);
            points[i] = new double[]{1 - Math.cos(angle), 1 - Math.sin(angle)};
        }
        return points;
    }
}
