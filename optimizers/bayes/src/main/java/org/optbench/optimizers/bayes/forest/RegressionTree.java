package org.optbench.optimizers.bayes.forest;

import java.util.Arrays;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;

/** A binary tree in arrays. */
final class RegressionTree {
    private final CoordinateKind[] kinds;
    private int[] feature = new int[64];
    private double[] threshold = new double[64];
    private long[] choices = new long[64];
    private int[] left = new int[64];
    private double[] mean = new double[64];
    private double[] variance = new double[64];
    private int size;

    RegressionTree(CoordinateKind[] kinds) {
        this.kinds = kinds;
    }

    int add(double nodeMean, double nodeVariance) {
        if (size == feature.length) {
            feature = Arrays.copyOf(feature, 2 * size);
            threshold = Arrays.copyOf(threshold, 2 * size);
            choices = Arrays.copyOf(choices, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
            mean = Arrays.copyOf(mean, 2 * size);
            variance = Arrays.copyOf(variance, 2 * size);
        }
        feature[size] = -1;
        mean[size] = nodeMean;
        variance[size] = nodeVariance;
        return size++;
    }

    /** Makes a leaf a node; its children are two adjacent entries. */
    void split(int node, Split split, int leftChild) {
        feature[node] = split.feature();
        threshold[node] = split.threshold();
        choices[node] = split.choices();
        left[node] = leftChild;
    }

    int leaf(double[] point) {
        int node = 0;
        while (feature[node] >= 0) {
            int f = feature[node];
            boolean goesLeft = Split.goesLeft(kinds[f], RegressionForest.value(kinds[f], point[f]), threshold[node], choices[node]);
            node = goesLeft ? left[node] : left[node] + 1;
        }
        return node;
    }

    double mean(int leaf) {
        return mean[leaf];
    }

    double variance(int leaf) {
        return variance[leaf];
    }

    /**
     * A test of one coordinate.
     *
     * @param feature coordinate
     * @param threshold numbers not above it go left
     * @param choices bit {@code (c + 1) mod 64} is set if choice c goes left; bit 0 is for inactive
     * @param gain reduction of the sum of squares
     */
    record Split(int feature, double threshold, long choices, double gain) {
        static boolean goesLeft(CoordinateKind kind, double value, double threshold, long choices) {
            return kind.categorical() ? (choices >>> ((int) value + 1 & 63) & 1) != 0 : value <= threshold;
        }
    }
}
