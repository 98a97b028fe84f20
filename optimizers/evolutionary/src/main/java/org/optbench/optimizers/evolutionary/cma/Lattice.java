package org.optbench.optimizers.evolutionary.cma;

/**
 * Which coordinates of the unit interval stand for whole values, and where one value ends and the next begins.
 *
 * @param thresholds one array per coordinate: the inner borders between values in increasing order; empty for a continuous coordinate
 */
public record Lattice(double[][] thresholds) {

    /** All coordinates continuous. */
    public static Lattice none(int n) {
        return new Lattice(new double[n][0]);
    }

    boolean isDiscrete(int coordinate) {
        return thresholds[coordinate].length > 0;
    }

    boolean hasDiscrete() {
        for (double[] borders : thresholds) {
            if (borders.length > 0) {
                return true;
            }
        }
        return false;
    }
}
