package org.optbench.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BayesAndPortfolioTest {

    private static final double[] DIFFERENCES = {-3, -1.2, 0.3, -2, -0.05, 1.1, -4, -0.8};

    @Test
    void signedRankPosteriorMeansAreThoseOfTheDirichlet() {
        double[][] theta = BayesianSignedRank.thetas(DIFFERENCES, 0.1, 40_000, new Random(1));
        // E[w_i w_j] of a Dirichlet in closed form, NumPy; the standard error of 40 000 samples is below 0.0009
        double[] expected = {0.7554179566563467, 0.07120743034055728, 0.17337461300309595};
        for (int c = 0; c < 3; c++) {
            int column = c;
            assertThat(Arrays.stream(theta).mapToDouble(t -> t[column]).average().orElseThrow()).isCloseTo(expected[c], within(0.004));
        }
    }

    @Test
    void signedRankVotes() {
        // 200 000 samples in NumPy by the quadratic definition: 0.96024, 0.00201, 0.03775; standard error here 0.001
        BayesianComparison comparison = BayesianSignedRank.compare(DIFFERENCES, 0.1, 40_000, new Random(2));
        assertThat(comparison.firstBetter()).isCloseTo(0.96024, within(0.005));
        assertThat(comparison.equivalent()).isCloseTo(0.00201, within(0.001));
        assertThat(BayesianSignedRank.compare(DIFFERENCES, 10, 1000, new Random(2)).equivalent()).isEqualTo(1);
    }

    @Test
    void hierarchicalAgainstIntegrationOnAGrid() {
        // With negligible noise within the tasks the posterior of (mu, tau, nu) was integrated on a grid in NumPy and SciPy: 0.8572, 0.0534, 0.0894
        double[] means = {-1.0, -0.6, -1.4, -0.2, -0.9, -1.1, 0.3, -0.7, -1.3, -0.5};
        double[][] differences = Arrays.stream(means).mapToObj(m -> new double[]{m - 1e-4, m + 1e-4, m - 2e-4, m + 2e-4}).toArray(double[][]::new);
        BayesianComparison comparison = HierarchicalComparison.compare(differences, 0.1, 0, 40_000, new Random(3));
        assertThat(comparison.firstBetter()).isCloseTo(0.8572, within(0.01));
        assertThat(comparison.secondBetter()).isCloseTo(0.0894, within(0.01));
    }

    @Test
    void hierarchicalIsSymmetricAndKnowsEquality() {
        double[][] differences = new double[12][8];
        Random random = new Random(4);
        for (double[] task : differences) {
            for (int j = 0; j < task.length; j++) {
                task[j] = 0.01 * random.nextGaussian();
            }
        }
        assertThat(HierarchicalComparison.compare(differences, 0.1, 0, 4000, new Random(5)).equivalent()).isGreaterThan(0.99);
        assertThat(HierarchicalComparison.compare(new double[3][2], 0.1, 0, 10, new Random(5))).isEqualTo(new BayesianComparison(0, 1, 0));
        assertThatThrownBy(() -> HierarchicalComparison.compare(new double[2][2], 0, 0, 10, random)).hasMessageContaining("2 tasks");
    }

    @Test
    void seedsForOneTask() {
        // SciPy norm.ppf: (1.95996 + 0.84162)^2 / (6 x 0.2^2) = 32.70
        assertThat(SeedPower.seedsOnOneTask(0.7, 0.05, 0.8)).isEqualTo(33);
        assertThat(SeedPower.seedsOnOneTask(0.3, 0.05, 0.8)).isEqualTo(33);
        assertThatThrownBy(() -> SeedPower.seedsOnOneTask(0.5, 0.05, 0.8)).hasMessageContaining("0.5");
    }

    @Test
    void powerGrowsWithTheSeeds() {
        Random random = new Random(6);
        double[][] x = new double[12][20];
        double[][] y = new double[12][20];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 20; j++) {
                x[i][j] = random.nextGaussian() - 0.6;
                y[i][j] = random.nextGaussian();
            }
        }
        double few = SeedPower.ofCampaign(x, y, 2, 0.05, 300, random);
        double many = SeedPower.ofCampaign(x, y, 20, 0.05, 300, random);
        assertThat(few).isBetween(0.1, 0.95);
        assertThat(many).isGreaterThan(0.95);
        // Under no difference the false alarms stay near 5 %: 300 campaigns, standard deviation 1.3 %.
        assertThat(SeedPower.ofCampaign(x, x, 5, 0.05, 300, random)).isLessThan(0.11);
    }

    @Test
    void glickmansExample() {
        // Glickman (2013): 1500 (200) against 1400 (30), 1550 (100), 1700 (300) with a win and two losses, tau 0.5
        Glicko2.Rating rating = new Glicko2(0.5).after(new Glicko2.Rating(1500, 200, 0.06),
                List.of(new Glicko2.Game(new Glicko2.Rating(1400, 30, 0.06), 1), new Glicko2.Game(new Glicko2.Rating(1550, 100, 0.06), 0),
                        new Glicko2.Game(new Glicko2.Rating(1700, 300, 0.06), 0)));
        assertThat(rating.rating()).isCloseTo(1464.06, within(0.01));
        assertThat(rating.deviation()).isCloseTo(151.52, within(0.01));
        assertThat(rating.volatility()).isCloseTo(0.05999, within(1e-5));
        assertThat(new Glicko2(0.5).after(Glicko2.Rating.unrated(), List.of()).deviation()).isGreaterThan(350);
    }

    @Test
    void shapleyValuesAgainstAllOrders() {
        Random random = new Random(7);
        double[][] utilities = new double[5][4];
        for (double[] row : utilities) {
            for (int j = 0; j < 4; j++) {
                row[j] = random.nextInt(5);
            }
        }
        Portfolio portfolio = Portfolio.of(utilities);
        double[] expected = new double[4];
        permute(utilities, new int[]{0, 1, 2, 3}, 0, expected);
        assertThat(portfolio.shapley()).containsExactly(Arrays.stream(expected).map(v -> v / 24).toArray(), within(1e-12));
        assertThat(Arrays.stream(portfolio.shapley()).sum()).isCloseTo(portfolio.virtualBest(), within(1e-12));
        assertThat(portfolio.virtualBest()).isCloseTo(worth(utilities, 15), within(1e-12));
        for (int j = 0; j < 4; j++) {
            assertThat(portfolio.marginal()[j]).isCloseTo(worth(utilities, 15) - worth(utilities, 15 & ~(1 << j)), within(1e-12));
        }
        assertThat(portfolio.closedGap(portfolio.singleBest())).isZero();
        assertThat(portfolio.closedGap(portfolio.virtualBest())).isEqualTo(1);
    }

    @Test
    void medianIntervalHasTheBinomialCoverage() {
        // 1 - 2 P(Bin(10, 1/2) <= 1) = 1 - 22/1024 between the 2nd and 9th of 10 values; the whole range of 3 covers 75 %
        MedianInterval ten = MedianInterval.of(new double[]{10, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.95);
        assertThat(ten).isEqualTo(new MedianInterval(5.5, 2, 9, 1 - 22 / 1024.0));
        assertThat(MedianInterval.of(new double[]{3, 1, 2}, 0.95)).isEqualTo(new MedianInterval(2, 1, 3, 0.75));
        double[] many = new Random(8).doubles(5001).toArray();
        MedianInterval interval = MedianInterval.of(many, 0.95);
        // Half width of about 1.96 x 0.5 / sqrt(5001) = 0.0139
        assertThat(interval.upper() - interval.lower()).isBetween(0.02, 0.036);
    }

    private static void permute(double[][] utilities, int[] order, int at, double[] sum) {
        if (at == order.length) {
            int set = 0;
            for (int j : order) {
                sum[j] += worth(utilities, set | 1 << j) - worth(utilities, set);
                set |= 1 << j;
            }
            return;
        }
        for (int i = at; i < order.length; i++) {
            int[] next = order.clone();
            next[at] = order[i];
            next[i] = order[at];
            permute(utilities, next, at + 1, sum);
        }
    }

    private static double worth(double[][] utilities, int set) {
        double total = 0;
        for (double[] row : utilities) {
            double best = 0;
            for (int j = 0; j < row.length; j++) {
                best = (set >> j & 1) == 1 ? Math.max(best, row[j]) : best;
            }
            total += best / utilities.length;
        }
        return total;
    }
}
