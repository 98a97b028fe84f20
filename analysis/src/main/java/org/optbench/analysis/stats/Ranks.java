package org.optbench.analysis.stats;

import java.util.Arrays;

/** Ranking of values: rank 1 is the smallest. NaN is ranked after everything, all NaN tied. */
public final class Ranks {

    private Ranks() {
    }

    /**
     * Ranks of the values.
     *
     * @param values any length; infinities are ordered as usual, NaN last
     * @return ranks in {@code [1, values.length]}
     */
    public static double[] of(double[] values, TiePolicy ties) {
        return of(values, ties, 0);
    }

    /**
     * Ranks of the values, where a value counts as tied with the group's first when it is not further than {@code tolerance} from it.
     *
     * @param tolerance at least 0, in the unit of the values
     */
    public static double[] of(double[] values, TiePolicy ties, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("the tie tolerance is " + tolerance + ", expected a number of at least 0");
        }
        int n = values.length;
        int[] order = order(values);
        double[] ranks = new double[n];
        int group = 0;
        for (int from = 0; from < n;) {
            double first = values[order[from]];
            int to = from + 1;
            while (to < n && tied(first, values[order[to]], tolerance)) {
                to++;
            }
            group++;
            double rank = switch (ties) {
                case AVERAGE -> (from + 1 + to) / 2.0;
                case MINIMUM -> from + 1;
                case MAXIMUM -> to;
                case DENSE -> group;
            };
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * Ranks within every row.
     *
     * @param values shape {@code [n][k]}
     * @return shape {@code [n][k]}
     */
    public static double[][] ofRows(double[][] values, TiePolicy ties) {
        return Arrays.stream(values).map(row -> of(row, ties)).toArray(double[][]::new);
    }

    /**
     * Mean rank of every column; the average over tasks of the average ranks within a task.
     *
     * @param values shape {@code [n][k]}, {@code n >= 1}
     * @return k mean ranks in {@code [1, k]}
     */
    public static double[] mean(double[][] values) {
        int k = Matrices.requireComplete(values);
        double[] mean = new double[k];
        for (double[] row : values) {
            double[] ranks = of(row, TiePolicy.AVERAGE);
            for (int j = 0; j < k; j++) {
                mean[j] += ranks[j] / values.length;
            }
        }
        return mean;
    }

    /** Sum of t^3 - t over the groups of t equal values. */
    static double tieTerm(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double term = 0;
        for (int from = 0; from < sorted.length;) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            term += t * t * t - t;
            from = to;
        }
        return term;
    }

    private static boolean tied(double first, double other, double tolerance) {
        return first == other || Double.isNaN(first) && Double.isNaN(other) || other - first <= tolerance;
    }

    /** Indices in ascending order of the value, NaN last, equal values in order of position. */
    static int[] order(double[] values) {
        int n = values.length;
        int[] order = new int[n];
        if (n <= 40) {
            for (int i = 0; i < n; i++) {
                int j = i;
                while (j > 0 && before(values[i], values[order[j - 1]])) {
                    order[j] = order[j - 1];
                    j--;
                }
                order[j] = i;
            }
            return order;
        }
        return java.util.stream.IntStream.range(0, n).boxed()
                .sorted((a, b) -> before(values[a], values[b]) ? -1 : before(values[b], values[a]) ? 1 : Integer.compare(a, b))
                .mapToInt(Integer::intValue).toArray();
    }

    private static boolean before(double a, double b) {
        return a < b || !Double.isNaN(a) && Double.isNaN(b);
    }
}
