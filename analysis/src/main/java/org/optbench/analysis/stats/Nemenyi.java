package org.optbench.analysis.stats;

/** Nemenyi's test (1963; Demsar, JMLR 7, 2006, sec. 3.2.2): all pairs by the difference of their mean ranks. */
public final class Nemenyi {

    private Nemenyi() {
    }

    /**
     * The difference of mean ranks from which on two optimizers differ: q_alpha / sqrt(2) * sqrt(k (k + 1) / (6 n)).
     *
     * @param k     optimizers, at least 2
     * @param n     tasks, at least 1
     * @param alpha family-wise error rate in (0, 1)
     */
    public static double criticalDifference(int k, int n, double alpha) {
        return new StudentizedRange(k).inverseSurvivalProbability(alpha) / Math.sqrt(2) * standardError(k, n);
    }

    /**
     * The critical difference with the quantile for finitely many degrees of freedom, as the R package scmamp takes it with
     * {@code k (n - 1)} of them. A little larger than {@link #criticalDifference(int, int, double)}.
     */
    public static double criticalDifference(int k, int n, double alpha, double degreesOfFreedom) {
        return new StudentizedRange(k, degreesOfFreedom).inverseSurvivalProbability(alpha) / Math.sqrt(2) * standardError(k, n);
    }

    /**
     * Family-wise adjusted p-values of all pairs.
     *
     * @param meanRanks k mean ranks over n tasks
     * @return symmetric, shape {@code [k][k]}, ones on the diagonal
     */
    public static double[][] pValues(double[] meanRanks, int n) {
        int k = meanRanks.length;
        StudentizedRange range = new StudentizedRange(k);
        double[][] p = new double[k][k];
        for (int i = 0; i < k; i++) {
            p[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double q = Math.abs(meanRanks[i] - meanRanks[j]) / standardError(k, n) * Math.sqrt(2);
                p[i][j] = range.survivalProbability(q);
                p[j][i] = p[i][j];
            }
        }
        return p;
    }

    private static double standardError(int k, int n) {
        return Math.sqrt(k * (k + 1.0) / (6.0 * n));
    }
}
