package org.optbench.optimizers.evolutionary.cma;

/** The covariance of the search distribution without its step size. */
sealed interface Shape permits FullShape, DiagonalShape, RestrictedShape {

    /** y = C^(1/2) z in eigen coordinates: turns a standard normal vector into one with this covariance. */
    void stretch(double[] z, double[] y);

    /** Rotates a whitened vector back: C^(-1/2) y for the y that {@link #stretch} gives from z. */
    void rotate(double[] z, double[] result);

    /**
     * C = keep C + sum over k of w[k] y[k] y[k]'.
     *
     * @param count how many of the vectors count
     */
    void update(double keep, double[][] y, double[] w, int count);

    /** Variance along a coordinate. */
    double variance(int coordinate);

    /** Largest over smallest eigenvalue. */
    double condition();

    /** Length of a principal axis; its direction goes to the array. */
    double axis(int index, double[] direction);

    /** Whether the matrix is still usable. */
    boolean isHealthy();
}
