package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    /** By hand: ranks 1, 2.5, 2.5, 4; Spearman with ties is Pearson on ranks, tau-b divides by untied pairs. */
    @Test
    void ranksAndCorrelations() {
        assertThat(Ranks.of(new double[]{1, 5, 5, 9})).containsExactly(1, 2.5, 2.5, 4);
        double[] a = {1, 2, 3, 4, 5};
        double[] b = {2, 1, 4, 3, 5};
        // Squared rank differences sum to 4: 1 - 6 * 4 / (5 * 24) = 0.8; 8 concordant, 2 discordant pairs: 0.6.
        assertThat(Ranks.spearman(a, b)).isCloseTo(0.8, within(1e-12));
        assertThat(Ranks.kendall(a, b)).isCloseTo(0.6, within(1e-12));
        // One tie on the right: 9 untied pairs there, 9 concordant: 9 / sqrt(10 * 9).
        assertThat(Ranks.kendall(a, new double[]{1, 1, 3, 4, 5})).isCloseTo(9.0 / Math.sqrt(90.0), within(1e-12));
        assertThat(Ranks.spearman(a, new double[]{7, 7, 7, 7, 7})).isNaN();
    }

    @Test
    void selectedSubsetKeepsTheRankingBetterThanRandomOnes() {
        // Tasks differ in difficulty; eight optimizers of different strength profit from it differently.
        SplittableRandom r = new SplittableRandom(12);
        int n = 150;
        double[][] costs = new double[n][8];
        for (double[] row : costs) {
            double difficulty = r.nextDouble();
            for (int j = 0; j < 8; j++) {
                row[j] = Math.min(1.0, Math.max(0.0, difficulty * (0.4 + 0.05 * j) + 0.1 * Math.abs(r.nextGaussian())));
            }
        }
        double[][] space = Arrays.stream(costs).map(c -> new double[]{c[0], c[4], c[7]}).toArray(double[][]::new);
        double[][] x = Normalisation.fit(space, Normalisation.Scale.RAW).apply(space);
        int[] subset = SubsetSelection.of(x).size(20).work(1_500).select().indices();
        SubsetValidation v = SubsetValidation.of(x, costs, subset, 100, 3);
        double[] random = Arrays.stream(v.random()).mapToDouble(SubsetValidation.Agreement::discrepancy).sorted().toArray();
        assertThat(v.subset().discrepancy()).isLessThan(random[0]);
        assertThat(v.subset().spearman()).isGreaterThan(0.5);
        assertThat(v.betterThanRandom()).isBetween(0.0, 1.0);
        assertThat(v.random()).hasSize(100);
        int[] all = IntStream.range(0, n).toArray();
        SubsetValidation full = SubsetValidation.of(x, costs, all, 5, 3);
        assertThat(full.subset().kendall()).isCloseTo(1.0, within(1e-12));
        assertThat(full.subset().rankError()).isZero();
    }

    @Test
    void coverKeepsTheRankingAndPrefersCheapTasks() {
        // Tasks 0-3 are cheap and tell the optimizers apart, 4-7 do too but are dear, 8-11 are cheap noise.
        SplittableRandom r = new SplittableRandom(2);
        double[][][] runs = new double[12][5][20];
        double[] costs = new double[12];
        for (int t = 0; t < 12; t++) {
            costs[t] = t < 4 ? 1.0 : t < 8 ? 10.0 : 1.0;
            for (int j = 0; j < 5; j++) {
                for (int s = 0; s < 20; s++) {
                    runs[t][j][s] = t < 8 ? 0.02 * j + 0.03 * r.nextGaussian() : r.nextGaussian();
                }
            }
        }
        RankingCover cover = RankingCover.find(runs, costs, 0.9, 200, 1);
        assertThat(cover.reached(0.9)).isTrue();
        assertThat(cover.confirmed()).isBetween(0.75, 1.0);
        assertThat(cover.cost()).isLessThan(9.0);
        assertThat(Arrays.stream(cover.tasks()).filter(t -> t >= 4 && t < 8).count()).isZero();
        assertThat(cover.path().getLast().probability()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void coverOfNoiselessRunsIsCertain() {
        double[][][] runs = {{{1}, {2}, {3}}, {{3}, {1}, {2}}, {{1}, {2}, {3}}};
        RankingCover cover = RankingCover.find(runs, new double[]{1, 1, 1}, 1.0, 20, 1);
        assertThat(cover.tasks()).hasSize(1).containsAnyOf(0, 2);
        assertThat(cover.confirmed()).isEqualTo(1.0);
        assertThatIllegalArgumentException().isThrownBy(() -> RankingCover.find(runs, new double[]{1, 1, 1}, 1.5, 20, 1))
                .withMessageContaining("probability is 1.5");
    }
}
