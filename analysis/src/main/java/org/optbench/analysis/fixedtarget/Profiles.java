package org.optbench.analysis.fixedtarget;

import java.util.Arrays;

/** Performance and data profiles of solvers over problems. Efforts have shape {@code [problems][solvers]}, infinity where not solved. */
public final class Profiles {

    private Profiles() {
    }

    /**
     * Performance ratios (Dolan and More, Mathematical Programming 91, 2002): effort over the smallest of the problem.
     *
     * @return shape {@code [problems][solvers]}; infinite for all on a problem that nobody solved
     */
    public static double[][] ratios(double[][] efforts) {
        return Arrays.stream(efforts).map(row -> {
            double best = Arrays.stream(row).min().orElse(Double.POSITIVE_INFINITY);
            return Arrays.stream(row).map(t -> t == Double.POSITIVE_INFINITY ? t : best == 0 ? t == 0 ? 1 : Double.POSITIVE_INFINITY : t / best).toArray();
        }).toArray(double[][]::new);
    }

    /** The performance profile: share of the problems on which a solver is within a factor tau of the best. */
    public static double performance(double[][] efforts, int solver, double tau) {
        return Arrays.stream(ratios(efforts)).filter(row -> row[solver] <= tau).count() / (double) efforts.length;
    }

    /**
     * Area under the performance profile from a ratio of 1 to a largest one, as a share of the whole: the mean over the problems of
     * max(0, tauMax - ratio) / (tauMax - 1). With a largest ratio of 4 this is the score of AlgoPerf by the exact integral.
     *
     * @param ratios as {@link #ratios} gives them, at least one problem
     * @param tauMax above 1
     */
    public static double score(double[][] ratios, int solver, double tauMax) {
        return Arrays.stream(ratios).mapToDouble(row -> Math.max(0, tauMax - row[solver]) / (tauMax - 1)).average().orElseThrow();
    }

    /**
     * The data profile (More and Wild, SIAM J. Optim. 20(1), 2009, eq. 2.8): share of the problems solved within kappa simplex gradients, that is
     * kappa (d + 1) evaluations.
     *
     * @param dimensions number of variables of every problem
     */
    public static double data(double[][] efforts, int solver, int[] dimensions, double kappa) {
        int solved = 0;
        for (int p = 0; p < efforts.length; p++) {
            solved += efforts[p][solver] <= kappa * (dimensions[p] + 1.0) ? 1 : 0;
        }
        return (double) solved / efforts.length;
    }

    /**
     * The value at which a problem counts as solved (More and Wild, eq. 2.2): best + tau (start - best).
     *
     * @param start value of the first point
     * @param best  best value known, stored with the problem
     * @param tau   tolerance in (0, 1)
     */
    public static double target(double start, double best, double tau) {
        return best + tau * (start - best);
    }
}
