package org.optbench.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The Bayesian signed-rank test (Benavoli, Corani, Mangili, Zaffalon and Ruggeri, ICML 2014; Benavoli et al., JMLR 18, 2017, sec. 4.2): a
 * Dirichlet process over the differences, with a pseudo-observation of strength 1/2 at 0.
 */
public final class BayesianSignedRank {

    /** Strength of the pseudo-observation. */
    private static final double PRIOR_STRENGTH = 0.5;

    private BayesianSignedRank() {
    }

    /**
     * Compares by paired differences, one a task.
     *
     * @param differences at least one finite x - y, values to minimise
     * @param rope        half width of the region of practical equivalence, at least 0, in the unit of the differences
     * @param samples     Monte Carlo samples, 10 000 or more; the standard error of a probability is at most 0.5 / sqrt(samples)
     */
    public static BayesianComparison compare(double[] differences, double rope, int samples, RandomGenerator random) {
        double[][] theta = thetas(differences, rope, samples, random);
        int[] votes = new int[3];
        for (double[] t : theta) {
            votes[t[1] >= t[0] && t[1] >= t[2] ? 1 : t[0] >= t[2] ? 0 : 2]++;
        }
        double first = votes[0] / (double) samples;
        double second = votes[2] / (double) samples;
        return new BayesianComparison(first, 1 - first - second, second);
    }

    /**
     * Posterior samples of the probabilities that the mean of two differences lies left of, in, and right of the region.
     *
     * @return shape {@code [samples][3]}
     */
    static double[][] thetas(double[] differences, double rope, int samples, RandomGenerator random) {
        if (differences.length == 0 || !(rope >= 0) || samples < 1 || !Arrays.stream(differences).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the Bayesian signed-rank test got " + differences.length + " differences, a rope of " + rope + " and "
                    + samples + " samples: finite differences, a rope of at least 0 and at least 1 sample are needed");
        }
        int n = differences.length + 1;
        double[] all = Arrays.copyOf(differences, n);
        int[] order = Ranks.order(all);
        double[] z = Arrays.stream(order).mapToDouble(i -> all[i]).toArray();
        // The last position before sorting is the pseudo-observation.
        double[] shape = Arrays.stream(order).mapToDouble(i -> i == n - 1 ? PRIOR_STRENGTH : 1).toArray();
        double[][] theta = new double[samples][3];
        double[] prefix = new double[n + 1];
        for (double[] t : theta) {
            for (int i = 0; i < n; i++) {
                prefix[i + 1] = prefix[i] + GammaSampler.sample(shape[i], random);
            }
            double total = prefix[n];
            int belowLeft = n;
            int belowRight = n;
            for (int i = 0; i < n; i++) {
                // As z_i grows fewer partners stay left of either border.
                while (belowLeft > 0 && z[i] + z[belowLeft - 1] >= -2 * rope) {
                    belowLeft--;
                }
                while (belowRight > 0 && z[i] + z[belowRight - 1] > 2 * rope) {
                    belowRight--;
                }
                double weight = (prefix[i + 1] - prefix[i]) / (total * total);
                t[0] += weight * prefix[belowLeft];
                t[2] += weight * (total - prefix[belowRight]);
            }
            t[1] = Math.max(0, 1 - t[0] - t[2]);
        }
        return theta;
    }
}
