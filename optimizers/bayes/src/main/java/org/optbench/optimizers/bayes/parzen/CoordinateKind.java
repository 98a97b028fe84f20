package org.optbench.optimizers.bayes.parzen;

/**
 * What one coordinate of a point is.
 *
 * @param choices number of unordered choices; 0 for a number in [0, 1]
 * @param cell width of the interval that one discrete number owns; 0 for a float
 */
public record CoordinateKind(int choices, double cell) {
    /** True for an unordered choice. */
    public boolean categorical() {
        return choices > 0;
    }

    /** The choice at a coordinate. */
    int choice(double coordinate) {
        return Math.min((int) (coordinate * choices), choices - 1);
    }
}
