package org.optbench.subsets;

/** Checks of point sets. */
final class Points {

    private Points() {
    }

    /** A deep copy of points that are rectangular, not empty and in the unit cube. */
    static double[][] unitCube(double[][] points) {
        double[][] copy = finite(points);
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy[i].length; j++) {
                double v = copy[i][j];
                if (v < 0.0 || v > 1.0) {
                    throw new IllegalArgumentException("points[" + i + "][" + j + "] is " + v
                            + ": every coordinate must lie in [0, 1]. Maybe normalise the columns first with Normalisation.fit(...).apply(...)?");
                }
                copy[i][j] = v == 0.0 ? 0.0 : v;
            }
        }
        return copy;
    }

    /** A deep copy of a matrix that is rectangular, not empty and finite. */
    static double[][] finite(double[][] points) {
        if (points.length == 0 || points[0].length == 0) {
            throw new IllegalArgumentException(
                    "points has " + points.length + " rows: at least one row and one column are needed. Maybe a filter removed all?");
        }
        int d = points[0].length;
        double[][] copy = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != d) {
                throw new IllegalArgumentException("points[" + i + "] has " + points[i].length + " columns, points[0] has " + d
                        + ": all rows must have the same length. Maybe results are missing for a row?");
            }
            copy[i] = points[i].clone();
            for (int j = 0; j < d; j++) {
                if (!Double.isFinite(copy[i][j])) {
                    throw new IllegalArgumentException("points[" + i + "][" + j + "] is " + copy[i][j]
                            + ": every value must be finite. Maybe drop rows with missing or failed runs first?");
                }
            }
        }
        return copy;
    }

    static int[] all(int n) {
        int[] index = new int[n];
        for (int i = 0; i < n; i++) {
            index[i] = i;
        }
        return index;
    }
}
