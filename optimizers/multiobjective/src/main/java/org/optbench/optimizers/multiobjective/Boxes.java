package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.indicators.ParetoFront;

/**
 * Disjoint boxes that fill the region that no point of a front weakly dominates, below a reference point. Two passes of the partition by local upper
 * bounds (Lacour, Klamroth and Fonseca, Computers and Operations Research 88, 2017, algorithm 1 and equation 2): the bounds of the front, mirrored,
 * are a front whose dominated region is wanted. About 2n boxes for three objectives.
 *
 * @param lower corners {@code [boxes][m]}, minus infinity where a box is open
 * @param upper corners {@code [boxes][m]}
 */
record Boxes(double[][] lower, double[][] upper) {

    /** A local upper bound with the point that defines each of its coordinates. */
    private record Bound(double[] corner, double[][] definedBy) {
    }

    /**
     * The boxes.
     *
     * @param front     any points {@code [n][m]}; those not strictly below the reference do not matter
     * @param reference {@code [m]}
     */
    static Boxes notDominated(double[][] front, double[] reference) {
        double[][] inside = Arrays.stream(ParetoFront.of(front)).filter(point -> isBelow(point, reference)).toArray(double[][]::new);
        double[] infinite = new double[reference.length];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        double[][] mirrored = bounds(inside, reference).stream().map(bound -> negated(bound.corner())).toArray(double[][]::new);
        List<double[]> lower = new ArrayList<>();
        List<double[]> upper = new ArrayList<>();
        for (Bound bound : bounds(ParetoFront.of(mirrored), infinite)) {
            double[] low = new double[reference.length];
            for (int j = 0; j < low.length; j++) {
                low[j] = j == 0 ? bound.definedBy()[0][0] : Double.NEGATIVE_INFINITY;
                for (int k = 0; k < j; k++) {
                    low[j] = Math.max(low[j], bound.definedBy()[k][j]);
                }
            }
            double[] high = bound.corner().clone();
            high[0] = Double.POSITIVE_INFINITY;
            if (isBelow(low, high)) {
                lower.add(negated(high));
                upper.add(negated(low));
            }
        }
        return new Boxes(lower.toArray(double[][]::new), upper.toArray(double[][]::new));
    }

    private static List<Bound> bounds(double[][] points, double[] reference) {
        int m = reference.length;
        double[][] dummies = new double[m][m];
        for (int k = 0; k < m; k++) {
            Arrays.fill(dummies[k], Double.NEGATIVE_INFINITY);
            dummies[k][k] = reference[k];
        }
        List<Bound> bounds = new ArrayList<>(List.of(new Bound(reference, dummies)));
        for (double[] point : points) {
            List<Bound> next = new ArrayList<>();
            for (Bound bound : bounds) {
                if (isBelow(point, bound.corner())) {
                    split(bound, point, next);
                } else {
                    next.add(bound);
                }
            }
            bounds = next;
        }
        return bounds;
    }

    private static void split(Bound bound, double[] point, List<Bound> into) {
        for (int j = 0; j < point.length; j++) {
            double others = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < point.length; k++) {
                others = k == j ? others : Math.max(others, bound.definedBy()[k][j]);
            }
            if (point[j] >= others) {
                double[] corner = bound.corner().clone();
                corner[j] = point[j];
                double[][] definedBy = bound.definedBy().clone();
                definedBy[j] = point;
                into.add(new Bound(corner, definedBy));
            }
        }
    }

    private static boolean isBelow(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (!(a[j] < b[j])) {
                return false;
            }
        }
        return true;
    }

    private static double[] negated(double[] point) {
        return Arrays.stream(point).map(value -> -value).toArray();
    }
}
