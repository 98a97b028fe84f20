package org.optbench.subsets;

import java.util.Arrays;
import java.util.Objects;

/**
 * A box anchored at the origin, with the points of a set in it.
 *
 * @param corner upper corner, length d, coordinates in [0, 1]
 * @param closed whether points on the upper faces belong to it
 * @param share share of the points (or of their weight) inside, in [0, 1]
 */
public record Box(double[] corner, boolean closed, double share) {

    /** Copies the corner. */
    public Box {
        corner = corner.clone();
        if (corner.length == 0) {
            throw new IllegalArgumentException("corner has length 0: a box needs at least one dimension. Maybe the points are empty?");
        }
        if (!(share >= 0.0 && share <= 1.0 + 1e-9)) {
            throw new IllegalArgumentException("share is " + share + ": it must lie in [0, 1]. Maybe a count was passed?");
        }
    }

    /** The box with this corner and the share of the given points in it. */
    public static Box of(double[] corner, boolean closed, double[][] points) {
        int in = 0;
        for (double[] p : points) {
            in += PointSet.contains(corner, closed, p) ? 1 : 0;
        }
        return new Box(corner, closed, (double) in / points.length);
    }

    /** A copy of the corner. */
    @Override
    public double[] corner() {
        return corner.clone();
    }

    /** Product of the sides. */
    public double volume() {
        double v = 1.0;
        for (double c : corner) {
            v *= c;
        }
        return v;
    }

    /** Local discrepancy: share minus volume for a closed box, volume minus share for an open one. Never above the star discrepancy. */
    public double discrepancy() {
        return closed ? share - volume() : volume() - share;
    }

    /** Whether a point lies inside. */
    public boolean contains(double[] point) {
        return PointSet.contains(corner, closed, point);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Box b && closed == b.closed && share == b.share && Arrays.equals(corner, b.corner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(corner), closed, share);
    }

    @Override
    public String toString() {
        return (closed ? "closed" : "open") + " box " + Arrays.toString(corner) + ", share " + share + ", volume " + volume();
    }
}
