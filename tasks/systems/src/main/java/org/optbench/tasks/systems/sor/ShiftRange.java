package org.optbench.tasks.systems.sor;

/** The shifts of a matrix: {@code (12 c - 3) / 20} for c in [0, 1] on the 10 x 10 Poisson matrix, on others in proportion to the smallest eigenvalue. */
record ShiftRange(double lower, double upper) {

    /** {@code 8 sin^2(pi / 22)}, the smallest eigenvalue of the 10 x 10 Poisson matrix. */
    private static final double REFERENCE = 8.0 * StrictMath.sin(Math.PI / 22.0) * StrictMath.sin(Math.PI / 22.0);

    static ShiftRange of(double smallestEigenvalue) {
        double unit = smallestEigenvalue / REFERENCE;
        return new ShiftRange(-0.15 * unit, 0.45 * unit);
    }

    /** The shift for c in [0, 1]. */
    double at(double c) {
        return lower + c * (upper - lower);
    }
}
