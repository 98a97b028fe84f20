package org.optbench.tasks.learning;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;

/**
 * A data set with numeric features, categories already one-hot encoded. Arrays are shared and not to be changed.
 *
 * @param x       {@code [n][d]} features
 * @param target  {@code [n]} class index, or the number to predict
 * @param classes names of the classes; empty for regression
 */
record DataSet(String name, double[][] x, double[] target, List<String> classes) {

    static final int FOLDS = 5;

    boolean isRegression() {
        return classes.isEmpty();
    }

    int size() {
        return x.length;
    }

    int features() {
        return x[0].length;
    }

    /**
     * The fold of each example, {@code [n]} with values 0 .. 4: always the same, and every class (for regression: every fifth of the target's range) is
     * spread evenly.
     */
    int[] folds() {
        RandomGenerator random = RandomStreams.of("folds of " + name).stream("order");
        Integer[] order = new Integer[size()];
        double[] tie = new double[size()];
        for (int i = 0; i < size(); i++) {
            order[i] = i;
            tie[i] = random.nextDouble();
        }
        Arrays.sort(order, (a, b) -> target[a] != target[b] ? Double.compare(target[a], target[b]) : Double.compare(tie[a], tie[b]));
        int[] folds = new int[size()];
        for (int i = 0; i < size(); i += FOLDS) {
            int shift = random.nextInt(FOLDS);
            for (int j = i; j < Math.min(i + FOLDS, size()); j++) {
                folds[order[j]] = (j - i + shift) % FOLDS;
            }
        }
        return folds;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
