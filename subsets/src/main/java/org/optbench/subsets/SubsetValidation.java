package org.optbench.subsets;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well a subset's ranking of optimizers agrees with that of the full set, against subsets made otherwise.
 *
 * @param subset agreement of the subset
 * @param medoids agreement of k medoids of the same size
 * @param random agreements of random subsets of the same size
 * @param fullMeanRanks mean rank of each optimizer on the full set
 * @param subsetMeanRanks mean rank of each optimizer on the subset
 */
public record SubsetValidation(Agreement subset, Agreement medoids, Agreement[] random, double[] fullMeanRanks,
        double[] subsetMeanRanks) {

    /**
     * Agreement of mean ranks with those of the full set.
     *
     * @param spearman in [-1, 1], NaN if one ranking is constant
     * @param kendall tau-b, in [-1, 1], NaN likewise
     * @param rankError largest absolute difference of a mean rank
     * @param discrepancy star discrepancy of the members in the performance space
     */
    public record Agreement(double spearman, double kendall, double rankError, double discrepancy) {
    }

    /** Copies the arrays. */
    public SubsetValidation {
        random = random.clone();
        fullMeanRanks = fullMeanRanks.clone();
        subsetMeanRanks = subsetMeanRanks.clone();
    }

    /** A copy. */
    @Override
    public Agreement[] random() {
        return random.clone();
    }

    /** A copy. */
    @Override
    public double[] fullMeanRanks() {
        return fullMeanRanks.clone();
    }

    /** A copy. */
    @Override
    public double[] subsetMeanRanks() {
        return subsetMeanRanks.clone();
    }

    /**
     * Validates a subset.
     *
     * @param points the performance space selected in, {@code [n][d]}, coordinates in [0, 1]
     * @param costs the optimizers to be ranked, {@code [n][m]}, smaller is better, m of at least 2; better others than those selected by
     * @param subset positions of the members
     * @param randomSubsets how many random subsets to compare with
     */
    public static SubsetValidation of(double[][] points, double[][] costs, int[] subset, int randomSubsets, long seed) {
        double[][] x = Points.unitCube(points);
        double[][] c = Points.finite(costs);
        if (c.length != x.length || c[0].length < 2 || subset.length == 0) {
            throw new IllegalArgumentException("points has " + x.length + " rows, costs " + c.length + " rows and " + c[0].length
                    + " columns, the subset " + subset.length
                    + " members: rows must match, at least 2 optimizers and 1 member. Maybe tasks were filtered in one of them?");
        }
        double[] full = Ranks.mean(c, Points.all(c.length));
        SplittableRandom random = new SplittableRandom(seed);
        Agreement[] others = new Agreement[randomSubsets];
        int[] order = Points.all(x.length);
        for (int r = 0; r < randomSubsets; r++) {
            for (int i = 0; i < subset.length; i++) {
                int at = i + random.nextInt(order.length - i);
                int p = order[at];
                order[at] = order[i];
                order[i] = p;
            }
            others[r] = agreement(x, c, full, Arrays.copyOf(order, subset.length));
        }
        int[] medoids = KMedoids.select(x, subset.length, seed);
        return new SubsetValidation(agreement(x, c, full, subset), agreement(x, c, full, medoids), others, full, Ranks.mean(c, subset));
    }

    private static Agreement agreement(double[][] x, double[][] c, double[] full, int[] subset) {
        double[] mean = Ranks.mean(c, subset);
        double error = 0.0;
        for (int j = 0; j < mean.length; j++) {
            error = Math.max(error, Math.abs(mean[j] - full[j]));
        }
        double discrepancy = StarDiscrepancy.exact(Arrays.stream(subset).mapToObj(i -> x[i]).toArray(double[][]::new)).upper();
        return new Agreement(Ranks.spearman(full, mean), Ranks.kendall(full, mean), error, discrepancy);
    }

    /** Share of the random subsets whose largest rank error is at least that of the subset: near 1 is good, 0.5 is chance. */
    public double betterThanRandom() {
        return random.length == 0 ? Double.NaN
                : Arrays.stream(random).filter(r -> r.rankError() >= subset.rankError()).count() / (double) random.length;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SubsetValidation v && subset.equals(v.subset) && medoids.equals(v.medoids) && Arrays.equals(random, v.random);
    }

    @Override
    public int hashCode() {
        return subset.hashCode() * 31 + Arrays.hashCode(random);
    }

    @Override
    public String toString() {
        return "SubsetValidation[subset=" + subset + ", medoids=" + medoids + ", better than random=" + betterThanRandom() + "]";
    }
}
