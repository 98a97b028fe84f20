package org.optbench.analysis.stats;

/** Argument checks of the tests. */
final class Matrices {

    private Matrices() {
    }

    /** Throws unless the matrix is non-empty, rectangular and without NaN; its number of columns. */
    static int requireComplete(double[][] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the matrix has no rows, at least one task is needed.\n"
                    + "Maybe no task was finished by every optimizer: run the missing pairs or compare fewer optimizers.");
        }
        int k = values[0].length;
        for (int i = 0; i < values.length; i++) {
            if (values[i].length != k) {
                throw new IllegalArgumentException("row " + i + " has " + values[i].length + " values, row 0 has " + k
                        + ".\nMaybe some optimizers were not run on this task: leave the task out.");
            }
            for (int j = 0; j < k; j++) {
                if (Double.isNaN(values[i][j])) {
                    throw new IllegalArgumentException("the value in row " + i + ", column " + j
                            + " is NaN, expected a number.\nMaybe a run is missing: choose a policy for missing runs first.");
                }
            }
        }
        return k;
    }

    static int requireComparable(double[][] values) {
        int k = requireComplete(values);
        if (k < 2 || values.length < 2) {
            throw new IllegalArgumentException("the matrix has " + values.length + " tasks and " + k
                    + " optimizers, at least 2 of each are needed to compare");
        }
        return k;
    }
}
