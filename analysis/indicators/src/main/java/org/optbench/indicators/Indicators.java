package org.optbench.indicators;

/**
 * Distance-based quality indicators of a point set against a reference front. All objectives are minimised, and smaller
 * indicator values are better. Point sets have shape {@code [n][d]}, must not be empty, and must be finite; anything else is an
 * {@link IllegalArgumentException}. Objectives of different scale should be normalised first with stored bounds.
 */
public final class Indicators {

    private Indicators() {
    }

    /**
     * IGD+ (Ishibuchi, Masuda, Tanigaki and Nojima, EMO 2015, eq. 18): the mean over the reference front of the distance to the
     * nearest point, counting only the objectives in which the point is worse. Weakly Pareto compliant.
     *
     * @return at least 0; 0 when every reference point is weakly dominated
     */
    public static double igdPlus(double[][] points, double[][] front) {
        int d = check(points, front);
        double total = 0;
        for (double[] r : front) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] p : points) {
                double squares = 0;
                for (int j = 0; j < d; j++) {
                    double excess = Math.max(p[j] - r[j], 0);
                    squares += excess * excess;
                }
                nearest = Math.min(nearest, squares);
            }
            total += Math.sqrt(nearest);
        }
        return total / front.length;
    }

    /**
     * Inverted generational distance (Coello and Reyes Sierra, 2004) as the mean Euclidean distance from the reference front to the
     * nearest point. Not Pareto compliant; prefer {@link #igdPlus}.
     *
     * @return at least 0
     */
    public static double igd(double[][] points, double[][] front) {
        int d = check(points, front);
        double total = 0;
        for (double[] r : front) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] p : points) {
                double squares = 0;
                for (int j = 0; j < d; j++) {
                    squares += (p[j] - r[j]) * (p[j] - r[j]);
                }
                nearest = Math.min(nearest, squares);
            }
            total += Math.sqrt(nearest);
        }
        return total / front.length;
    }

    /**
     * Additive epsilon (Zitzler et al., IEEE TEC 7(2), 2003, eq. 3): the smallest amount by which all points must be improved to
     * weakly dominate the whole reference front.
     *
     * @return any real number, negative when the points are better than the front
     */
    public static double additiveEpsilon(double[][] points, double[][] front) {
        int d = check(points, front);
        double epsilon = Double.NEGATIVE_INFINITY;
        for (double[] r : front) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] p : points) {
                double worst = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < d; j++) {
                    worst = Math.max(worst, p[j] - r[j]);
                }
                nearest = Math.min(nearest, worst);
            }
            epsilon = Math.max(epsilon, nearest);
        }
        return epsilon;
    }

    /**
     * Unary R2 with the weighted Tchebycheff utility (Brockhoff, Wagner and Trautmann, GECCO 2012, definition 3): the mean over
     * the weight vectors of the smallest weighted Tchebycheff distance to the ideal point.
     *
     * @param points shape {@code [n][d]}
     * @param weights shape {@code [m][d]}, not negative
     * @param ideal d coordinates, no worse than any point
     * @return at least 0 when the ideal point is one
     */
    public static double r2(double[][] points, double[][] weights, double[] ideal) {
        int d = ideal.length;
        Points.requireFiniteSet("the point set", points, d);
        Points.requireFiniteSet("the weight set", weights, d);
        double total = 0;
        for (double[] weight : weights) {
            double best = Double.POSITIVE_INFINITY;
            for (double[] p : points) {
                double worst = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < d; j++) {
                    worst = Math.max(worst, weight[j] * (p[j] - ideal[j]));
                }
                best = Math.min(best, worst);
            }
            total += best;
        }
        return total / weights.length;
    }

    /**
     * {@code count} weight vectors for two objectives, evenly spaced on the segment from (0, 1) to (1, 0).
     *
     * @param count at least 2
     * @return shape {@code [count][2]}
     */
    public static double[][] uniformWeights2(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("the number of weight vectors is " + count + ", expected at least 2");
        }
        double[][] weights = new double[count][];
        for (int i = 0; i < count; i++) {
            double w = i / (count - 1.0);
            weights[i] = new double[]{w, 1 - w};
        }
        return weights;
    }

    /**
     * Spread, the generalised diversity Delta* (Zhou, Jin, Zhang, Sendhoff and Tsang, CEC 2006): how unevenly the points lie, plus how
     * far they stay from the extremes of the reference front. For two objectives it takes the place of Deb's Delta, with the nearest
     * neighbour instead of the next point in order.
     *
     * @return at least 0; 0 for an even set that holds the extremes
     */
    public static double spread(double[][] points, double[][] front) {
        int d = check(points, front);
        double toExtremes = 0;
        for (int j = 0; j < d; j++) {
            double[] extreme = front[0];
            for (double[] r : front) {
                // The extreme of objective j is the reference point that is worst in it, ties by the better rest.
                if (r[j] > extreme[j] || (r[j] == extreme[j] && sum(r) < sum(extreme))) {
                    extreme = r;
                }
            }
            toExtremes += distanceToNearest(extreme, points, -1);
        }
        if (points.length == 1) {
            return 1;
        }
        double[] gaps = new double[points.length];
        double mean = 0;
        for (int i = 0; i < points.length; i++) {
            gaps[i] = distanceToNearest(points[i], points, i);
            mean += gaps[i] / points.length;
        }
        double deviation = 0;
        for (double gap : gaps) {
            deviation += Math.abs(gap - mean);
        }
        double scale = toExtremes + points.length * mean;
        return scale == 0 ? 0 : (toExtremes + deviation) / scale;
    }

    private static int check(double[][] points, double[][] front) {
        int d = front.length == 0 ? 0 : front[0].length;
        Points.requireFiniteSet("the reference front", front, d);
        Points.requireFiniteSet("the point set", points, d);
        return d;
    }

    private static double sum(double[] a) {
        double total = 0;
        for (double v : a) {
            total += v;
        }
        return total;
    }

    private static double distanceToNearest(double[] from, double[][] points, int except) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            if (i != except) {
                double squares = 0;
                for (int j = 0; j < from.length; j++) {
                    squares += (points[i][j] - from[j]) * (points[i][j] - from[j]);
                }
                nearest = Math.min(nearest, squares);
            }
        }
        return Math.sqrt(nearest);
    }
}
