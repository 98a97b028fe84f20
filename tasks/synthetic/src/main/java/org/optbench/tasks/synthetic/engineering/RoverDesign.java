package org.optbench.tasks.synthetic.engineering;

import static org.optbench.tasks.synthetic.engineering.Designs.filled;
import static org.optbench.tasks.synthetic.engineering.Designs.sq;

/**
 * A rover-like path: the shortest polyline from (0, 1/2) to (1, 1/2) over n free points of the unit square that keeps clear of a disc of radius 1/4 in
 * the middle, each segment giving a constraint (after the rover problem of Z. Wang, C. Gehring, P. Kohli, S. Jegelka: Batched Large-scale Bayesian
 * Optimization in High-dimensional Spaces, AISTATS 2018, which has no known optimum). Here the optimum is known: two tangents and n vertices that
 * circumscribe the arc between them evenly, of length {@code 2 sqrt(1/4 - r^2) + 2 n r tan(phi / 2n)} with the arc {@code phi = pi - 2 arccos(2 r)}.
 */
final class RoverDesign {

    private static final double RADIUS = 0.25;

    private RoverDesign() {
    }

    /** The problem with n free points, hence 2 n variables: abscissas and ordinates in turn. */
    static DesignFunction create(int points) {
        double arc = Math.PI - 2.0 * StrictMath.acos(2.0 * RADIUS);
        double half = arc / (2.0 * points);
        double[] best = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 0.5 * Math.PI + arc / 2.0 - (2 * i + 1) * half;
            double distance = RADIUS / StrictMath.cos(half);
            best[2 * i] = 0.5 + distance * StrictMath.cos(angle);
            best[2 * i + 1] = 0.5 + distance * StrictMath.sin(angle);
        }
        double length = 2.0 * Math.sqrt(0.25 - sq(RADIUS)) + 2.0 * points * RADIUS * StrictMath.tan(half);
        return DesignFunction.real("rover-" + 2 * points, "Shortest path of " + points + " free points around a disc, after Wang et al. 2018",
                filled(2 * points, 0.0), filled(2 * points, 1.0), points + 1, best, length, RoverDesign::path);
    }

    private static double path(double[] x, double[] g) {
        double length = 0.0;
        double fromX = 0.0;
        double fromY = 0.5;
        for (int i = 0; i < g.length; i++) {
            boolean last = i == g.length - 1;
            double toX = last ? 1.0 : x[2 * i];
            double toY = last ? 0.5 : x[2 * i + 1];
            length += Math.sqrt(sq(toX - fromX) + sq(toY - fromY));
            g[i] = RADIUS - clearance(fromX, fromY, toX, toY);
            fromX = toX;
            fromY = toY;
        }
        return length;
    }

    /** Distance of the middle of the square from a segment. */
    private static double clearance(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double squares = dx * dx + dy * dy;
        double t = squares == 0.0 ? 0.0 : Math.clamp(((0.5 - fromX) * dx + (0.5 - fromY) * dy) / squares, 0.0, 1.0);
        return Math.sqrt(sq(fromX + t * dx - 0.5) + sq(fromY + t * dy - 0.5));
    }
}
