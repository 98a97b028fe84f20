package org.optbench.analysis.fixedtarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedTargetTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] HITS = {10, 30, INF, 20, INF};
    private static final double[] SPENT = {50, 50, 100, 50, 60};

    @Test
    void expectedRunningTime() {
        ExpectedRunningTime ert = ExpectedRunningTime.of(HITS, SPENT);
        assertThat(ert.value()).isCloseTo((10 + 30 + 100 + 20 + 60) / 3.0, within(1e-12));
        assertThat(ert.successRate()).isEqualTo(0.6);
        assertThat(ExpectedRunningTime.of(new double[]{INF}, new double[]{5}).value()).isEqualTo(INF);
        assertThatThrownBy(() -> ExpectedRunningTime.of(HITS, new double[5])).hasMessageContaining("run 0");
    }

    @Test
    void simulatedRestartsHaveTheExpectedRunningTimeAsTheirMean() {
        double[] runtimes = ExpectedRunningTime.simulatedRestarts(HITS, SPENT, 200_000, new Random(1));
        // Standard deviation of a restarted run about 84: standard error 0.19; the bound is over 5 of them.
        assertThat(Arrays.stream(runtimes).average().orElseThrow()).isCloseTo(220 / 3.0, within(1.0));
        assertThat(Arrays.stream(runtimes).min().orElseThrow()).isEqualTo(10);
        ExpectedRunningTime.Dispersion dispersion = ExpectedRunningTime.dispersion(HITS, SPENT, 10_000, new Random(2));
        assertThat(dispersion.tenth()).isEqualTo(10);
        assertThat(dispersion.median()).isBetween(20.0, 110.0);
        assertThat(dispersion.ninetieth()).isGreaterThan(120);
    }

    @Test
    void distributionOfRuntimes() {
        Ecdf ecdf = Ecdf.ofRuns(List.of(new Ecdf.Target(HITS, SPENT), new Ecdf.Target(new double[]{1}, new double[]{1})));
        assertThat(ecdf.at(0.5)).isZero();
        assertThat(ecdf.at(1)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(ecdf.at(20)).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(ecdf.at(1e9)).isCloseTo(4 / 6.0, within(1e-12));
        Ecdf restarted = Ecdf.withRestarts(List.of(new Ecdf.Target(HITS, SPENT)), 1000, new Random(3));
        assertThat(restarted.at(1e6)).isEqualTo(1);
        // One runtime in the middle of the axis in logarithms
        assertThat(new Ecdf(new double[]{10}).logArea(1, 100)).isCloseTo(0.5, within(1e-12));
        assertThat(new Ecdf(new double[]{INF, 0.1}).logArea(1, 100)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void bestOfKIsTheMeanOverAllSubsets() {
        double[] hits = {5, 9, INF, 2, 40, 7};
        for (int k = 1; k <= 6; k++) {
            double sum = 0;
            double success = 0;
            int subsets = 0;
            for (int set = 0; set < 64; set++) {
                if (Integer.bitCount(set) == k) {
                    double best = INF;
                    for (int i = 0; i < 6; i++) {
                        best = (set >> i & 1) == 1 ? Math.min(best, hits[i]) : best;
                    }
                    sum += Math.min(best, 30);
                    success += best <= 30 ? 1 : 0;
                    subsets++;
                }
            }
            assertThat(BestOf.expectedEffort(hits, 30, k)).isCloseTo(sum / subsets, within(1e-12));
            assertThat(BestOf.successProbability(6, 4, k)).isCloseTo(success / subsets, within(1e-12));
        }
        assertThatThrownBy(() -> BestOf.successProbability(3, 1, 4)).hasMessageContaining("best of 4");
    }

    @Test
    void survivalOfFreireichsPatients() {
        // Remission times of 6-MP (Freireich et al., 1963), R survival::survfit: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448; median 23
        double[] times = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
        boolean[] event = {true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false, false, false,
                false, false};
        double[] hits = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            hits[i] = event[i] ? times[i] : INF;
        }
        SurvivalCurve curve = SurvivalCurve.of(hits, times);
        assertThat(curve.efforts()).containsExactly(6, 7, 10, 13, 16, 22, 23);
        assertThat(curve.survival()).containsExactly(new double[]{0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448}, within(5e-4));
        assertThat(Math.sqrt(curve.variance()[6])).isCloseTo(0.1346, within(5e-5));
        assertThat(curve.median()).isEqualTo(23);
        assertThat(curve.at(8)).isCloseTo(0.807, within(5e-4));
        assertThat(curve.at(36)).isNaN();
    }

    @Test
    void profiles() {
        double[][] efforts = {{10, 20}, {INF, 30}, {INF, INF}, {15, 5}};
        assertThat(Profiles.performance(efforts, 0, 1)).isEqualTo(0.25);
        assertThat(Profiles.performance(efforts, 1, 1)).isEqualTo(0.5);
        assertThat(Profiles.performance(efforts, 1, 2)).isEqualTo(0.75);
        assertThat(Profiles.performance(efforts, 0, 1e9)).isEqualTo(0.5);
        assertThat(Profiles.data(efforts, 1, new int[]{4, 4, 4, 4}, 4)).isEqualTo(0.5);
        assertThat(Profiles.target(110, 10, 0.1)).isEqualTo(20);
    }

    @Test
    void attainmentSurfacesAgreeWithTheDefinition() {
        Random random = new Random(4);
        for (int trial = 0; trial < 100; trial++) {
            double[][][] runs = new double[1 + random.nextInt(5)][][];
            for (int r = 0; r < runs.length; r++) {
                runs[r] = new double[random.nextInt(6)][];
                for (int i = 0; i < runs[r].length; i++) {
                    runs[r][i] = new double[]{random.nextInt(8), random.nextInt(8)};
                }
            }
            for (int count = 1; count <= runs.length; count++) {
                double[][] surface = AttainmentFunction.surface(runs, count);
                for (int x = 0; x < 8; x++) {
                    for (int y = 0; y < 8; y++) {
                        double[] point = {x, y};
                        boolean dominated = Arrays.stream(surface).anyMatch(p -> p[0] <= point[0] && p[1] <= point[1]);
                        assertThat(dominated).isEqualTo(AttainmentFunction.at(runs, point) * runs.length >= count - 1e-9);
                    }
                }
            }
        }
    }
}
