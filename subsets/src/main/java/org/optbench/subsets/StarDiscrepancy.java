package org.optbench.subsets;

import java.util.Arrays;

/**
 * The star discrepancy of n points in [0,1]^d: the largest difference, over all boxes anchored at the origin, between the volume of the
 * box and the share of points in it.
 *
 * <p>
 * For a corner y the open box counts {@code vol(y) - |P in [0,y)| / n}, the closed one {@code |P in [0,y]| / n - vol(y)}; the maximum is
 * taken over the grid of the points' coordinates and 1. It lies in (0, 1]; small is even. Deciding whether it exceeds a value is
 * NP-hard in d (Gnewuch, Srivastav, Winzen 2009), so that {@link #exact} suits d up to about 8 (n = 200, d = 6: a third of a second),
 * {@link #bounds} and {@link #thresholdAccepting} what is beyond.
 */
public final class StarDiscrepancy {

    private StarDiscrepancy() {
    }

    /**
     * The exact star discrepancy.
     *
     * @param points {@code [n][d]}, coordinates in [0, 1]
     * @throws IllegalArgumentException if the points are empty, ragged, not finite or outside the unit cube
     */
    public static Discrepancy exact(double[][] points) {
        return exact(points, Cancellation.NEVER);
    }

    /** The exact star discrepancy; when cancelled, the best lower bound so far, upper bound 1 and {@code completed} false. */
    public static Discrepancy exact(double[][] points, Cancellation cancellation) {
        double[][] x = Points.unitCube(points);
        if (x[0].length == 1) {
            return line(x);
        }
        if (x[0].length == 2 && x.length <= PlaneSweep.MAX_POINTS) {
            return PlaneSweep.compute(x);
        }
        SlabSearch search = new SlabSearch(x[0].length);
        search.cancellation(cancellation);
        search.load(x, Points.all(x.length), x.length);
        double value = search.maximum(0.0);
        Box box = search.found() ? Box.of(search.bestCorner(), search.bestClosed(), x) : Box.of(x[0], true, x);
        boolean completed = !search.cancelled();
        double lower = Math.max(box.discrepancy(), 0.0);
        return new Discrepancy(lower, completed ? Math.max(value, lower) : 1.0, box, Discrepancy.Method.SLAB_BOUND, completed);
    }

    /**
     * The exact star discrepancy by a given method: {@code SLAB_BOUND}, {@code DOBKIN_EPPSTEIN_MITCHELL} (d of at least 2) or {@code GRID}
     * (at most 10^8 corners). The last two are there to check the first.
     *
     * @throws IllegalArgumentException if the method is not exact or cannot do the size
     */
    public static Discrepancy exact(double[][] points, Discrepancy.Method method) {
        return switch (method) {
            case SLAB_BOUND -> exact(points);
            case DOBKIN_EPPSTEIN_MITCHELL -> DobkinEppsteinMitchell.compute(Points.unitCube(points));
            case GRID -> GridSearch.compute(Points.unitCube(points));
            case CORNER_BOUND -> bounds(points, 0.0, Cancellation.NEVER, BoundListener.NONE);
            case THRESHOLD_ACCEPTING -> throw new IllegalArgumentException(
                    "method is THRESHOLD_ACCEPTING: it gives lower bounds only. Maybe call thresholdAccepting(...)?");
        };
    }

    /**
     * Certified lower and upper bounds, improving until they are {@code gap} apart or the search is cancelled: best-first branch and bound
     * over boxes of corners. For sets too large for {@link #exact}.
     *
     * @param gap width at which to stop, at least 0; 0 asks for the exact value
     * @param listener told of every improvement
     */
    public static Discrepancy bounds(double[][] points, double gap, Cancellation cancellation, BoundListener listener) {
        double[][] x = Points.unitCube(points);
        double[] w = new double[x.length];
        Arrays.fill(w, 1.0 / x.length);
        return new CornerBound(x, w).run(gap, cancellation, listener);
    }

    /**
     * Bounds for weighted points: the share of a box is the weight inside over the total weight. Exact when it ends with gap 0.
     *
     * @param weights one per point, finite, not negative, not all zero; they are divided by their sum
     */
    public static Discrepancy weighted(double[][] points, double[] weights, double gap, Cancellation cancellation,
            BoundListener listener) {
        double[][] x = Points.unitCube(points);
        if (weights.length != x.length) {
            throw new IllegalArgumentException("weights has length " + weights.length + ", points " + x.length
                    + ": one weight per point is needed. Maybe rows were filtered after the weights were made?");
        }
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0.0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("weights[" + i + "] is " + weights[i]
                        + ": weights must be finite and not negative. Maybe clip them at 0?");
            }
            sum += weights[i];
        }
        if (!(sum > 0.0)) {
            throw new IllegalArgumentException("weights sum to " + sum + ": at least one must be positive. Maybe use equal weights?");
        }
        double[] w = new double[weights.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = weights[i] / sum;
        }
        return new CornerBound(x, w).run(gap, cancellation, listener);
    }

    /**
     * The discrepancy with product weights on the coordinates (Sloan, Wozniakowski 1998): the maximum over non-empty coordinate sets u of
     * {@code prod_{j in u} gamma_j * D*(projection to u)}. {@code 2^d - 1} exact computations.
     *
     * @param gamma one weight in [0, 1] per dimension
     */
    public static double productWeighted(double[][] points, double[] gamma) {
        double[][] x = Points.unitCube(points);
        int d = x[0].length;
        if (gamma.length != d || d > 20) {
            throw new IllegalArgumentException("gamma has length " + gamma.length + ", d is " + d
                    + ": one weight per dimension and at most 20 dimensions. Maybe reduce the dimension first?");
        }
        for (double g : gamma) {
            if (!(g >= 0.0 && g <= 1.0)) {
                throw new IllegalArgumentException("gamma holds " + g + ": weights must lie in [0, 1]. Maybe divide by the largest?");
            }
        }
        double best = 0.0;
        for (int u = 1; u < 1 << d; u++) {
            double weight = 1.0;
            for (int j = 0; j < d; j++) {
                weight *= (u >> j & 1) == 1 ? gamma[j] : 1.0;
            }
            if (weight > best) {
                best = Math.max(best, weight * exact(project(x, u)).upper());
            }
        }
        return best;
    }

    private static double[][] project(double[][] x, int u) {
        double[][] y = new double[x.length][Integer.bitCount(u)];
        for (int i = 0; i < x.length; i++) {
            int to = 0;
            for (int j = 0; j < x[i].length; j++) {
                if ((u >> j & 1) == 1) {
                    y[i][to++] = x[i][j];
                }
            }
        }
        return y;
    }

    /**
     * A lower bound by threshold accepting (Gnewuch, Wahlstrom, Winzen 2012): in practice close, but without any guarantee; several
     * published values found this way are too low. The upper bound of the result is 1.
     *
     * @param iterations steps for each of the two kinds of boxes, at least 16
     */
    public static Discrepancy thresholdAccepting(double[][] points, int iterations, long seed) {
        return new ThresholdAccepting(Points.unitCube(points), seed).run(iterations);
    }

    /** d = 1: {@code 1/(2n) + max |x_(i) - (2i-1)/(2n)|}; the witness ends at the point where it is attained. */
    private static Discrepancy line(double[][] x) {
        double[] s = Arrays.stream(x).mapToDouble(p -> p[0]).sorted().toArray();
        int n = s.length;
        double best = -1.0;
        double at = 0.0;
        boolean closed = true;
        for (int i = 0; i < n; i++) {
            double over = (i + 1.0) / n - s[i];
            double under = s[i] - (double) i / n;
            if (over > best) {
                best = over;
                at = s[i];
                closed = true;
            }
            if (under > best) {
                best = under;
                at = s[i];
                closed = false;
            }
        }
        Box box = Box.of(new double[]{at}, closed, x);
        double value = Math.max(best, box.discrepancy());
        return new Discrepancy(box.discrepancy(), value, box, Discrepancy.Method.SLAB_BOUND, true);
    }
}
