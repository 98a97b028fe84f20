package org.optbench.optimizers.bayes.forest;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;

/**
 * A random forest that predicts a mean and a variance (Breiman 2001; Hutter, Hoos and Leyton-Brown 2011 for the variance and for the random
 * position of a threshold between two values).
 *
 * <p>Inactive coordinates (NaN) lie below every number, and are a choice of their own. The variance is the total one: that of the trees'
 * means plus the mean of the variances in their leaves.
 */
public final class RegressionForest {
    private final RegressionTree[] trees;

    private RegressionForest(RegressionTree[] trees) {
        this.trees = trees;
    }

    /**
     * How trees grow.
     *
     * @param trees number of trees, positive
     * @param bootstrap true to give each tree a resample of the data
     * @param features part of the coordinates tried at each node, in (0, 1]
     * @param leastSplit fewest observations in a node that is split, at least 2
     */
    public record Growth(int trees, boolean bootstrap, double features, int leastSplit) {
        /** Validates. */
        public Growth {
            if (trees < 1 || !(features > 0 && features <= 1) || leastSplit < 2) {
                throw new IllegalArgumentException("forest of " + trees + " trees with a part " + features + " of the features and least split "
                        + leastSplit + ": needs a tree, a part in (0, 1] and a least split of 2. Maybe the part was given in percent.");
            }
        }
    }

    /**
     * Grows a forest.
     *
     * @param kinds kind of each coordinate
     * @param points {@code [n][width]}, NaN where inactive
     * @param y observations {@code [n]}
     */
    public static RegressionForest fit(CoordinateKind[] kinds, double[][] points, double[] y, Growth growth, RandomGenerator random) {
        int n = points.length;
        int width = kinds.length;
        double[][] columns = new double[width][n];
        int[][] sorted = new int[width][];
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < n; i++) {
                columns[k][i] = value(kinds[k], points[i][k]);
            }
            sorted[k] = order(columns[k]);
        }
        RegressionTree[] trees = new RegressionTree[growth.trees()];
        for (int t = 0; t < trees.length; t++) {
            int[] counts = new int[n];
            for (int i = 0; i < n; i++) {
                counts[growth.bootstrap() ? random.nextInt(n) : i]++;
            }
            trees[t] = new TreeGrower(kinds, columns, sorted, y, counts, growth, random).grow();
        }
        return new RegressionForest(trees);
    }

    /** The value a tree compares: a number as it is, the index of a choice, and -1 for inactive. */
    static double value(CoordinateKind kind, double coordinate) {
        if (Double.isNaN(coordinate)) {
            return -1;
        }
        return kind.categorical() ? Math.min((int) (coordinate * kind.choices()), kind.choices() - 1) : coordinate;
    }

    private static int[] order(double[] column) {
        int n = column.length;
        long[] keys = new long[n];
        double[] values = column.clone();
        Arrays.sort(values);
        // Rank and index in one long: a primitive sort is several times faster than one with a comparator.
        for (int i = 0; i < n; i++) {
            keys[i] = (long) lowerBound(values, column[i]) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Predicts.
     *
     * @param points {@code [m][width]}
     * @param means filled
     * @param variances filled, 0 or more
     */
    public void predict(double[][] points, double[] means, double[] variances) {
        for (int j = 0; j < points.length; j++) {
            double sum = 0;
            double squares = 0;
            double within = 0;
            for (RegressionTree tree : trees) {
                int leaf = tree.leaf(points[j]);
                double mean = tree.mean(leaf);
                sum += mean;
                squares += mean * mean;
                within += tree.variance(leaf);
            }
            double mean = sum / trees.length;
            means[j] = mean;
            variances[j] = Math.max(squares / trees.length - mean * mean, 0) + within / trees.length;
        }
    }
}
