package org.optbench.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.analysis.SharedData;
import org.optbench.analysis.stats.FriedmanTests.TieCorrection;
import org.optbench.analysis.stats.WilcoxonSignedRank.Method;
import org.optbench.analysis.stats.WilcoxonSignedRank.ZeroPolicy;

class ComparisonTest {

    /** Accuracies of Garcia and Herrera (JMLR 9, 2008), turned into values to minimise. */
    private static double[][] garciaHerrera() throws IOException {
        double[][] accuracy = SharedData.namedRows("garcia_herrera_2008.csv");
        return Arrays.stream(accuracy).map(row -> Arrays.stream(row).map(v -> -v).toArray()).toArray(double[][]::new);
    }

    @Test
    void omnibusTestsOfGarciaHerrera() throws IOException {
        double[][] values = garciaHerrera();
        // R 4, scmamp: friedmanTest, imanDavenportTest, friedmanAlignedRanksTest, quadeTest
        TestResult friedman = FriedmanTests.friedman(values, TieCorrection.NONE);
        assertThat(friedman.statistic()).isCloseTo(39.647, within(5e-4));
        assertThat(friedman.p()).isCloseTo(5.121e-8, within(1e-11));
        assertThat(FriedmanTests.imanDavenport(values, TieCorrection.NONE).statistic()).isCloseTo(14.309, within(5e-4));
        assertThat(FriedmanTests.alignedRanks(values).statistic()).isCloseTo(41.691, within(5e-4));
        // In exact arithmetic (Python integers, SciPy rankdata) there are ties between tasks, which rounding breaks in R
        assertThat(FriedmanTests.alignedRanks(values, 1e-9).statistic()).isCloseTo(41.728377858160734, within(1e-9));
        assertThat(FriedmanTests.quade(values, TieCorrection.NONE).statistic()).isCloseTo(10.802, within(5e-4));
        // By the definition with ties, in NumPy
        assertThat(FriedmanTests.quade(values, TieCorrection.CORRECTED).statistic()).isCloseTo(10.943404105520097, within(1e-9));
        // SciPy 1.17.1 friedmanchisquare
        TestResult corrected = FriedmanTests.friedman(values, TieCorrection.CORRECTED);
        assertThat(corrected.statistic()).isCloseTo(39.91275167785245, within(1e-10));
        assertThat(corrected.p()).isCloseTo(4.512033059024698e-08, within(1e-18));
    }

    @Test
    void nemenyiOfGarciaHerrera() throws IOException {
        double[] ranks = Ranks.mean(garciaHerrera());
        assertThat(ranks).containsExactly(new double[]{2.100, 3.250, 2.200, 4.333, 3.117}, within(5e-4));
        // R 4, scmamp getNemenyiCD(0.05, 5, 30), which takes 5 x 29 degrees of freedom
        assertThat(Nemenyi.criticalDifference(5, 30, 0.05, 5 * 29)).isCloseTo(1.1277, within(5e-5));
        // Demsar (JMLR 7, 2006), table 5a: q = 2.728 for 5 classifiers
        assertThat(Nemenyi.criticalDifference(5, 30, 0.05)).isCloseTo(2.728 * Math.sqrt(30 / 180.0), within(3e-4));
        // Figure 1 of Garcia and Herrera's data: C4.5, NaiveBayes and CN2 form one group, CN2 and 1-NN another, 1-NN and Kernel a third.
        CriticalDifference groups = CriticalDifference.of(ranks, Nemenyi.pValues(ranks, 30), 0.05);
        assertThat(groups.order()).containsExactly(0, 2, 4, 1, 3);
        for (List<Integer> clique : groups.cliques()) {
            assertThat(CriticalDifference.isConsecutive(clique)).isTrue();
            assertThat(groups.ranks().get(clique.getLast()) - groups.ranks().get(clique.getFirst())).isLessThan(1.1277);
        }
        assertThat(groups.cliques()).containsExactly(List.of(0, 1, 2), List.of(1, 2, 3), List.of(3, 4));
    }

    @ParameterizedTest
    @CsvSource({ // SciPy 1.17.1 studentized_range.ppf(0.95, k, inf), .sf(3.0, k, inf)
            "2, 2.771807648699355, 0.03389485352468935", "3, 3.314493155398122, 0.08554257165495793",
            "5, 3.857655510378623, 0.21087650496353805", "10, 4.474124221725907, 0.5121840739708068",
            "30, 5.30128957403117, 0.9562261448912257"})
    void studentizedRange(int k, double quantile, double survival) {
        assertThat(new StudentizedRange(k).inverseSurvivalProbability(0.05)).isCloseTo(quantile, within(1e-7));
        assertThat(new StudentizedRange(k).survivalProbability(3)).isCloseTo(survival, within(1e-9));
    }

    @Test
    void studentizedRangeWithFewDegreesOfFreedom() {
        // SciPy 1.17.1 studentized_range(5, 10)
        assertThat(new StudentizedRange(5, 10).survivalProbability(3)).isCloseTo(0.28298654797562683, within(1e-9));
        assertThat(new StudentizedRange(5, 10).inverseSurvivalProbability(0.05)).isCloseTo(4.6542929978545375, within(1e-7));
    }

    @Test
    void wilcoxonAgainstScipy() {
        // Hollander and Wolfe's depression scores; SciPy 1.17.1 wilcoxon(x, y, method='exact' | 'approx')
        double[] x = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] y = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        TestResult exact = WilcoxonSignedRank.test(x, y, ZeroPolicy.DROP, Method.EXACT);
        assertThat(exact.statistic()).isEqualTo(5);
        assertThat(exact.p()).isCloseTo(0.0390625, within(1e-12));
        assertThat(WilcoxonSignedRank.test(x, y, ZeroPolicy.DROP, Method.NORMAL).p()).isCloseTo(0.038151710173415135, within(1e-12));
    }

    @Test
    void wilcoxonWithTiesAndZeros() {
        double[] d = {3, -1, 0, 2, 2, -2, 5, 0, -4, 1, 6, 7};
        // SciPy 1.17.1 wilcoxon(d, zero_method='wilcox' | 'pratt', method='approx')
        assertThat(WilcoxonSignedRank.test(d, ZeroPolicy.DROP, Method.NORMAL).p()).isCloseTo(0.1250468801311004, within(1e-12));
        assertThat(WilcoxonSignedRank.test(d, ZeroPolicy.PRATT, Method.NORMAL).p()).isCloseTo(0.13383298459147794, within(1e-12));
        assertThat(WilcoxonSignedRank.test(d, ZeroPolicy.SPLIT, Method.NORMAL).statistic()).isEqualTo(20);
        // All 2^10 patterns of signs enumerated in Python
        assertThat(WilcoxonSignedRank.test(d, ZeroPolicy.DROP, Method.EXACT).p()).isCloseTo(0.134765625, within(1e-12));
        assertThat(WilcoxonSignedRank.test(d, ZeroPolicy.PRATT, Method.EXACT).p()).isCloseTo(0.14453125, within(1e-12));
        assertThat(WilcoxonSignedRank.test(new double[4], ZeroPolicy.SPLIT, Method.AUTOMATIC).p()).isEqualTo(1);
    }

    @Test
    void adjustedPValues() {
        // Holm by hand: 4 x .005, max(.02, 3 x .01), max(.03, 2 x .03), max(.06, .04)
        assertThat(MultipleTesting.holm(new double[]{0.01, 0.04, 0.03, 0.005})).containsExactly(new double[]{0.03, 0.06, 0.06, 0.02},
                within(1e-15));
        // SciPy 1.17.1 false_discovery_control
        assertThat(MultipleTesting.benjaminiHochberg(new double[]{0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[]{0.02, 0.04, 0.04, 0.02}, within(1e-15));
        assertThatThrownBy(() -> MultipleTesting.holm(new double[]{Double.NaN})).hasMessageContaining("NaN");
    }

    @Test
    void aGroupThatIsNotConsecutiveIsKeptWithoutTheOneBetween() {
        double[][] p = {{1, 0.01, 0.5}, {0.01, 1, 0.01}, {0.5, 0.01, 1}};
        CriticalDifference groups = CriticalDifference.of(new double[]{1, 2, 3}, p, 0.05);
        assertThat(groups.cliques()).containsExactly(List.of(0, 2));
        assertThat(CriticalDifference.isConsecutive(groups.cliques().getFirst())).isFalse();
    }

    @Test
    void cliquesAreExactlyTheMaximalSetsWithoutADifference() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int k = 2 + random.nextInt(6);
            double[][] p = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < i; j++) {
                    p[i][j] = p[j][i] = random.nextBoolean() ? 0.5 : 0.01;
                }
            }
            double[] ranks = random.doubles(k).toArray();
            CriticalDifference groups = CriticalDifference.of(ranks, p, 0.05);
            int expected = 0;
            for (int set = 1; set < 1 << k; set++) {
                boolean clique = isClique(set, p, k);
                for (int v = 0; v < k && clique; v++) {
                    clique = (set >> v & 1) == 1 || !isClique(set | 1 << v, p, k);
                }
                expected += clique && Integer.bitCount(set) > 1 ? 1 : 0;
            }
            assertThat(groups.cliques()).hasSize(expected).doesNotHaveDuplicates();
            for (List<Integer> clique : groups.cliques()) {
                int set = clique.stream().mapToInt(position -> 1 << groups.order().get(position)).sum();
                assertThat(isClique(set, p, k)).isTrue();
            }
        }
    }

    private static boolean isClique(int set, double[][] p, int k) {
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                if ((set >> i & 1) == 1 && (set >> j & 1) == 1 && p[i][j] <= 0.05) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void varghaDelaney() {
        double[] a = {0.64, 0.58, 0.9, 0.33, 0.58, 0.71};
        double[] b = {0.58, 0.2, 0.4, 0.33, 0.9};
        // 1 - U / (m n) with SciPy 1.17.1 mannwhitneyu
        assertThat(VarghaDelaney.a12(a, b)).isCloseTo(0.3, within(1e-15));
        assertThat(VarghaDelaney.a12(b, a)).isCloseTo(0.7, within(1e-15));
        assertThat(VarghaDelaney.magnitude(0.3)).isEqualTo(VarghaDelaney.Magnitude.MEDIUM);
    }

    @Test
    void tiePolicies() {
        double[] values = {3, 1, 2, 2, Double.NaN};
        assertThat(Ranks.of(values, TiePolicy.AVERAGE)).containsExactly(4, 1, 2.5, 2.5, 5);
        assertThat(Ranks.of(values, TiePolicy.MINIMUM)).containsExactly(4, 1, 2, 2, 5);
        assertThat(Ranks.of(values, TiePolicy.MAXIMUM)).containsExactly(4, 1, 3, 3, 5);
        assertThat(Ranks.of(values, TiePolicy.DENSE)).containsExactly(3, 1, 2, 2, 4);
        assertThat(Ranks.of(new double[]{1, 1.05, 1.2}, TiePolicy.AVERAGE, 0.1)).containsExactly(1.5, 1.5, 3);
        double[] large = new Random(2).ints(500, 0, 50).asDoubleStream().toArray();
        double[] ranks = Ranks.of(large, TiePolicy.AVERAGE);
        assertThat(Arrays.stream(ranks).sum()).isEqualTo(500 * 501 / 2.0);
    }

    @Test
    void bootstrapIntervalCoversTheMean() {
        // 400 samples of 40 normal values; the 90 % interval must cover 0 in about 90 % of them (percentile: about 88 %). Under binomial
        // sampling 400 x 0.88 = 352 with standard deviation 6.5; the bounds are 4 of them away: a false alarm in 1 of 15 000, and the seed is fixed.
        Random random = new Random(11);
        int covered = 0;
        for (int i = 0; i < 400; i++) {
            double[] sample = random.doubles(40).map(u -> random.nextGaussian()).toArray();
            Bootstrap.Interval interval = Bootstrap.interval(sample, s -> Arrays.stream(s).average().orElseThrow(), 300, 0.9, random);
            covered += interval.lower() <= 0 && interval.upper() >= 0 ? 1 : 0;
        }
        assertThat(covered).isBetween(326, 378);
    }

    @Test
    void bandOfCurvesIsReproducibleAndOrdered() {
        double[][] curves = {{5, 3, 1}, {6, 4, 3}, {4, 4, Double.NaN}};
        double[][] band = Bootstrap.meanBand(curves, 500, 0.95, new Random(1));
        assertThat(band).isEqualTo(Bootstrap.meanBand(curves, 500, 0.95, new Random(1)));
        assertThat(band[0][0]).isBetween(4.0, 5.0);
        assertThat(band[1][0]).isBetween(5.0, 6.0);
        assertThat(band[0][2]).isNaN();
    }

    @Test
    void incompleteMatricesAreRefused() {
        assertThatThrownBy(() -> Ranks.mean(new double[][]{{1, Double.NaN}})).hasMessageContaining("row 0, column 1").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> FriedmanTests.quade(new double[][]{{1, 2}, {1}}, TieCorrection.CORRECTED)).hasMessageContaining("row 1");
        assertThatThrownBy(() -> FriedmanTests.quade(new double[0][], TieCorrection.CORRECTED)).hasMessageContaining("no rows");
    }
}
