package org.optbench.analysis.stats;

/** All pairs of optimizers by Wilcoxon's signed-rank test over the tasks, adjusted by Holm's procedure (Benavoli et al., JMLR 17, 2016). */
public final class PairwiseWilcoxon {

    private PairwiseWilcoxon() {
    }

    /**
     * Holm-adjusted p-values.
     *
     * @param values shape {@code [n][k]}, without NaN, of comparable scale over the tasks
     * @return symmetric, shape {@code [k][k]}, ones on the diagonal
     */
    public static double[][] pValues(double[][] values) {
        int k = Matrices.requireComparable(values);
        double[] raw = new double[k * (k - 1) / 2];
        int next = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                raw[next++] = WilcoxonSignedRank.test(column(values, i), column(values, j)).p();
            }
        }
        double[] adjusted = MultipleTesting.holm(raw);
        double[][] p = new double[k][k];
        next = 0;
        for (int i = 0; i < k; i++) {
            p[i][i] = 1;
            for (int j = 0; j < i; j++) {
                p[i][j] = adjusted[next++];
                p[j][i] = p[i][j];
            }
        }
        return p;
    }

    private static double[] column(double[][] values, int j) {
        double[] column = new double[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = values[i][j];
        }
        return column;
    }
}
