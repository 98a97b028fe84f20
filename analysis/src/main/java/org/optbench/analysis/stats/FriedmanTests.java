package org.optbench.analysis.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Omnibus tests: is there any difference between k optimizers over n tasks? All take a matrix {@code [n][k]} without NaN, n and k at
 * least 2, smaller is better.
 */
public final class FriedmanTests {

    /** Whether equal values within a task shrink the variance that a statistic is divided by. */
    public enum TieCorrection {
        /** As R's friedman.test and SciPy do. */
        CORRECTED,
        /** As in Demsar (JMLR 7, 2006) and the R package scmamp. */
        NONE
    }

    private FriedmanTests() {
    }

    /**
     * Friedman (1937). The statistic is chi-squared with k - 1 degrees of freedom.
     */
    public static TestResult friedman(double[][] values, TieCorrection ties) {
        int k = Matrices.requireComparable(values);
        double statistic = chiSquared(values, k, ties);
        return new TestResult("Friedman", statistic, ChiSquaredDistribution.of(k - 1).survivalProbability(statistic));
    }

    /**
     * Iman and Davenport (1980): (n - 1) chi2 / (n (k - 1) - chi2), an F statistic with k - 1 and (k - 1)(n - 1) degrees of freedom; less
     * conservative than Friedman's. Infinite with p = 0 when every task ranks the optimizers alike.
     */
    public static TestResult imanDavenport(double[][] values, TieCorrection ties) {
        int k = Matrices.requireComparable(values);
        int n = values.length;
        double chi2 = chiSquared(values, k, ties);
        double rest = n * (k - 1.0) - chi2;
        double statistic = rest <= 1e-12 * n * k ? Double.POSITIVE_INFINITY : (n - 1) * chi2 / rest;
        return new TestResult("Iman-Davenport", statistic, survivalF(statistic, k - 1, (k - 1.0) * (n - 1)));
    }

    /** {@link #alignedRanks(double[][], double)} with a tolerance of 0. */
    public static TestResult alignedRanks(double[][] values) {
        return alignedRanks(values, 0);
    }

    /**
     * Friedman's aligned ranks (Hodges and Lehmann, 1962; Garcia et al., Information Sciences 180, 2010, eq. 3): the values less their
     * task's mean are ranked all together. The statistic is chi-squared with k - 1 degrees of freedom. Needs values of comparable scale.
     *
     * @param tolerance aligned values that are not further apart are tied. With 0, rounding errors of the means break ties between tasks, as
     *                  they do in R; for values with few decimals a small tolerance, such as 1e-9, gives the ranks of exact arithmetic
     */
    public static TestResult alignedRanks(double[][] values, double tolerance) {
        int k = Matrices.requireComparable(values);
        int n = values.length;
        double[] aligned = new double[n * k];
        for (int i = 0; i < n; i++) {
            double mean = roundedMean(values[i]);
            for (int j = 0; j < k; j++) {
                aligned[i * k + j] = values[i][j] - mean;
            }
        }
        double[] ranks = Ranks.of(aligned, TiePolicy.AVERAGE, tolerance);
        double columnSquares = 0;
        double rowSquares = 0;
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += ranks[i * k + j];
            }
            columnSquares += sum * sum;
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < k; j++) {
                sum += ranks[i * k + j];
            }
            rowSquares += sum * sum;
        }
        double nk = (double) n * k;
        double statistic = (k - 1) * (columnSquares - k * (double) n * n / 4 * (nk + 1) * (nk + 1))
                / (nk * (nk + 1) * (2 * nk + 1) / 6 - rowSquares / k);
        return new TestResult("Friedman aligned ranks", statistic, ChiSquaredDistribution.of(k - 1).survivalProbability(statistic));
    }

    /**
     * Quade (1979): Friedman's test with tasks weighted by the rank of their range. The statistic is F with k - 1 and (k - 1)(n - 1) degrees
     * of freedom; infinite when all tasks agree perfectly, then p = (1 / k!)^(n - 1). Without tie correction the total sum of squares is
     * that of ranks without ties, n (n + 1) (2 n + 1) k (k + 1) (k - 1) / 72, as in scmamp.
     */
    public static TestResult quade(double[][] values, TieCorrection ties) {
        int k = Matrices.requireComparable(values);
        int n = values.length;
        double[] range = new double[n];
        for (int i = 0; i < n; i++) {
            range[i] = Arrays.stream(values[i]).max().orElseThrow() - Arrays.stream(values[i]).min().orElseThrow();
        }
        double[] weight = Ranks.of(range, TiePolicy.AVERAGE);
        double[] column = new double[k];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double[] ranks = Ranks.of(values[i], TiePolicy.AVERAGE);
            for (int j = 0; j < k; j++) {
                double s = weight[i] * (ranks[j] - (k + 1) / 2.0);
                column[j] += s;
                total += s * s;
            }
        }
        if (ties == TieCorrection.NONE) {
            total = n * (n + 1.0) * (2.0 * n + 1) * k * (k + 1.0) * (k - 1.0) / 72;
        }
        double between = Arrays.stream(column).map(s -> s * s / n).sum();
        if (total - between <= 1e-12 * total) {
            double factorial = 1;
            for (int j = 2; j <= k; j++) {
                factorial *= j;
            }
            return total == 0 ? new TestResult("Quade", 0, 1)
                    : new TestResult("Quade", Double.POSITIVE_INFINITY, Math.pow(1 / factorial, n - 1));
        }
        double statistic = (n - 1) * between / (total - between);
        return new TestResult("Quade", statistic, survivalF(statistic, k - 1, (k - 1.0) * (n - 1)));
    }

    /** The mean with one rounding at the end, so that it does not depend on the order of the optimizers. */
    private static double roundedMean(double[] row) {
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            return Arrays.stream(row).average().orElseThrow();
        }
        BigDecimal sum = Arrays.stream(row).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(row.length), MathContext.DECIMAL128).doubleValue();
    }

    private static double chiSquared(double[][] values, int k, TieCorrection policy) {
        int n = values.length;
        double[] mean = Ranks.mean(values);
        double squares = 0;
        for (double r : mean) {
            squares += (r - (k + 1) / 2.0) * (r - (k + 1) / 2.0);
        }
        double ties = policy == TieCorrection.NONE ? 0 : Arrays.stream(values).mapToDouble(Ranks::tieTerm).sum();
        double correction = 1 - ties / (n * (double) k * ((double) k * k - 1));
        return correction <= 0 ? 0 : 12.0 * n / (k * (k + 1.0)) * squares / correction;
    }

    private static double survivalF(double statistic, double df1, double df2) {
        return statistic == Double.POSITIVE_INFINITY ? 0 : FDistribution.of(df1, df2).survivalProbability(statistic);
    }
}
