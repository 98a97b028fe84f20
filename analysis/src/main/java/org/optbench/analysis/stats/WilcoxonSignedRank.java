package org.optbench.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Wilcoxon's signed-rank test (1945) of paired differences, two-sided. */
public final class WilcoxonSignedRank {

    /** What to do with differences of zero. */
    public enum ZeroPolicy {
        /** Drop them before ranking (Wilcoxon, 1945). */
        DROP,
        /** Rank them, then leave them out of both sums (Pratt, 1959). */
        PRATT,
        /** Rank them, then give half of their ranks to either side (Demsar, 2006). The p-value is that of {@link #PRATT}: zeros have no sign to permute. */
        SPLIT
    }

    /** How the p-value is found. */
    public enum Method {
        /** Exact up to 60 differences that are not zero, then normal. */
        AUTOMATIC,
        /** The exact permutation distribution over the signs, ties included. */
        EXACT,
        /** Normal approximation with correction for ties, without continuity correction. */
        NORMAL
    }

    private static final int EXACT_LIMIT = 60;

    private WilcoxonSignedRank() {
    }

    /** {@link #test(double[], double[], ZeroPolicy, Method)} with zeros split and the method chosen automatically. */
    public static TestResult test(double[] x, double[] y) {
        return test(x, y, ZeroPolicy.SPLIT, Method.AUTOMATIC);
    }

    /**
     * Tests whether the differences x - y are symmetric about 0.
     *
     * @param x n values without NaN
     * @param y n values without NaN
     * @return the statistic is the smaller of the two rank sums; p = 1 when all differences are 0
     */
    public static TestResult test(double[] x, double[] y, ZeroPolicy zeros, Method method) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " values and y has " + y.length
                    + ", expected pairs.\nMaybe compare only the tasks that both optimizers finished.");
        }
        double[] differences = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // Two infinities of the same sign are a tie, not NaN.
            differences[i] = x[i] == y[i] ? 0 : x[i] - y[i];
            if (Double.isNaN(differences[i])) {
                throw new IllegalArgumentException("pair " + i + " is (" + x[i] + ", " + y[i] + "), expected numbers");
            }
        }
        return test(differences, zeros, method);
    }

    /** {@link #test(double[], double[], ZeroPolicy, Method)} on the differences themselves. */
    public static TestResult test(double[] differences, ZeroPolicy zeros, Method method) {
        double[] used = zeros == ZeroPolicy.DROP ? Arrays.stream(differences).filter(d -> d != 0).toArray() : differences;
        double[] absolute = Arrays.stream(used).map(Math::abs).toArray();
        double[] ranks = Ranks.of(absolute, TiePolicy.AVERAGE);
        double plus = 0;
        double minus = 0;
        double zeroSum = 0;
        int zeroCount = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i] > 0) {
                plus += ranks[i];
            } else if (used[i] < 0) {
                minus += ranks[i];
            } else {
                zeroSum += ranks[i];
                zeroCount++;
            }
        }
        int signed = used.length - zeroCount;
        double shift = zeros == ZeroPolicy.SPLIT ? zeroSum / 2 : 0;
        double statistic = Math.min(plus, minus) + shift;
        if (signed == 0) {
            return new TestResult("Wilcoxon signed-rank", statistic, 1);
        }
        boolean exact = method == Method.EXACT || method == Method.AUTOMATIC && signed <= EXACT_LIMIT;
        double p = exact ? exact(used, ranks, Math.min(plus, minus)) : normal(used, ranks, plus, minus);
        return new TestResult("Wilcoxon signed-rank", statistic, p);
    }

    /** Given the ranks, every pattern of signs is equally likely: the distribution of the sum by dynamic programming in half ranks. */
    private static double exact(double[] used, double[] ranks, double smaller) {
        int total = 0;
        int[] doubled = new int[used.length];
        int m = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i] != 0) {
                doubled[m] = (int) Math.round(2 * ranks[i]);
                total += doubled[m++];
            }
        }
        double[] probability = new double[total + 1];
        probability[0] = 1;
        int reach = 0;
        for (int i = 0; i < m; i++) {
            int step = doubled[i];
            reach += step;
            for (int s = reach; s >= 0; s--) {
                probability[s] = 0.5 * (probability[s] + (s >= step ? probability[s - step] : 0));
            }
        }
        double tail = 0;
        for (int s = 0; s <= Math.round(2 * smaller); s++) {
            tail += probability[s];
        }
        return Math.min(1, 2 * tail);
    }

    private static double normal(double[] used, double[] ranks, double plus, double minus) {
        double variance = 0;
        for (int i = 0; i < used.length; i++) {
            variance += used[i] == 0 ? 0 : ranks[i] * ranks[i] / 4;
        }
        double z = Math.abs(plus - minus) / 2 / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }
}
