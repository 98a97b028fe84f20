package org.optbench.analysis.stats;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** How many seeds, or tasks, it takes to tell two optimizers apart. */
public final class SeedPower {

    private SeedPower() {
    }

    /**
     * Seeds of each of two optimizers on one task for a two-sided Mann-Whitney test (Noether, JASA 82, 1987):
     * (z_alpha/2 + z_power)^2 / (6 (A12 - 1/2)^2).
     *
     * @param a12   true probability that a run of the one is better; in [0, 1] but not 0.5
     * @param alpha significance level in (0, 1)
     * @param power probability of finding the difference, in (alpha, 1)
     * @return at least 2
     */
    public static long seedsOnOneTask(double a12, double alpha, double power) {
        if (!(a12 >= 0 && a12 <= 1) || a12 == 0.5 || !(alpha > 0 && power > alpha && power < 1)) {
            throw new IllegalArgumentException("A12 = " + a12 + ", alpha = " + alpha + ", power = " + power
                    + ": A12 in [0, 1] other than 0.5 and 0 < alpha < power < 1 are needed");
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z = normal.inverseSurvivalProbability(alpha / 2) + normal.inverseCumulativeProbability(power);
        return Math.max(2, (long) Math.ceil(z * z / (6 * (a12 - 0.5) * (a12 - 0.5))));
    }

    /**
     * Estimated probability that a campaign with the same tasks and another number of seeds finds the difference: seeds are drawn with replacement
     * from those at hand, and Wilcoxon's signed-rank test is done over the tasks on A12 - 1/2.
     *
     * @param x         shape {@code [tasks][seeds]}, ragged, values to minimise
     * @param y         the same tasks
     * @param seeds     seeds per task of the imagined campaign, at least 1
     * @param alpha     significance level
     * @param resamples imagined campaigns
     */
    public static double ofCampaign(double[][] x, double[][] y, int seeds, double alpha, int resamples, RandomGenerator random) {
        if (x.length != y.length || seeds < 1 || resamples < 1) {
            throw new IllegalArgumentException("power of " + x.length + " and " + y.length + " tasks with " + seeds + " seeds and " + resamples
                    + " resamples: the same tasks, and at least 1 seed and resample are needed");
        }
        int found = 0;
        double[] difference = new double[x.length];
        for (int b = 0; b < resamples; b++) {
            for (int i = 0; i < x.length; i++) {
                double a12 = VarghaDelaney.a12(draw(x[i], seeds, random), draw(y[i], seeds, random));
                difference[i] = Math.rint((a12 - 0.5) * 1e9) / 1e9;
            }
            found += WilcoxonSignedRank.test(difference, WilcoxonSignedRank.ZeroPolicy.SPLIT, WilcoxonSignedRank.Method.AUTOMATIC).p() <= alpha ? 1 : 0;
        }
        return found / (double) resamples;
    }

    private static double[] draw(double[] from, int n, RandomGenerator random) {
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = from[random.nextInt(from.length)];
        }
        return drawn;
    }
}
