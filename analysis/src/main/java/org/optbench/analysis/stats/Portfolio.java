package org.optbench.analysis.stats;

import java.util.Arrays;

/**
 * What each optimizer adds to a portfolio from which the best is chosen for every task.
 *
 * <p>Utilities have shape {@code [n][k]}, are at least 0, and larger is better; an empty portfolio is worth 0. They must be on a scale that is
 * common to the tasks, such as the share of targets attained.
 *
 * @param virtualBest  mean utility of the best optimizer of every task (virtual best solver)
 * @param singleBest   largest mean utility of one optimizer (single best solver)
 * @param single       index of that optimizer
 * @param shapley      [k] Shapley value: mean over all orders of joining of what the optimizer adds when it joins; they sum to virtualBest
 * @param marginal     [k] what would be lost without the optimizer
 */
public record Portfolio(double virtualBest, double singleBest, int single, double[] shapley, double[] marginal) {

    /**
     * The values of a portfolio of all optimizers. Shapley values are exact (Frechette et al., AAAI 2016): O(n k log k).
     *
     * @param utilities shape {@code [n][k]}
     */
    public static Portfolio of(double[][] utilities) {
        int k = Matrices.requireComplete(utilities);
        int n = utilities.length;
        double[] shapley = new double[k];
        double[] marginal = new double[k];
        double[] mean = new double[k];
        double best = 0;
        for (double[] row : utilities) {
            int[] order = Ranks.order(row);
            if (row[order[0]] < 0) {
                throw new IllegalArgumentException("a utility is " + row[order[0]] + ", expected at least 0");
            }
            double share = 0;
            double previous = 0;
            for (int position = 0; position < k; position++) {
                double value = row[order[position]];
                // The step from the previous utility is shared by all that reach it.
                share += (value - previous) / (k - position);
                shapley[order[position]] += share / n;
                previous = value;
            }
            for (int j = 0; j < k; j++) {
                mean[j] += row[j] / n;
            }
            best += previous / n;
            marginal[order[k - 1]] += (previous - (k > 1 ? row[order[k - 2]] : 0)) / n;
        }
        int single = 0;
        for (int j = 1; j < k; j++) {
            single = mean[j] > mean[single] ? j : single;
        }
        return new Portfolio(best, mean[single], single, shapley, marginal);
    }

    /**
     * Share of the gap between the single and the virtual best solver that a selector closes: 0 for the single best, 1 for the virtual best.
     *
     * @param utility mean utility of the selector's choices; NaN when there is no gap
     */
    public double closedGap(double utility) {
        return virtualBest == singleBest ? Double.NaN : (utility - singleBest) / (virtualBest - singleBest);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Portfolio other && virtualBest == other.virtualBest && singleBest == other.singleBest && single == other.single
                && Arrays.equals(shapley, other.shapley) && Arrays.equals(marginal, other.marginal);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shapley);
    }
}
