package org.optbench.subsets;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Certified bounds for weighted points by best-first branch and bound.
 *
 * <p>
 * A node is a box of grid corners between a and b. No corner in it has a larger open discrepancy than {@code vol(b) - open weight(a)} or a
 * larger closed one than {@code closed weight(b) - vol(a)}; both are attained when a = b. The node with the largest bound is split where
 * the sides differ most; corners met on the way give the lower bound. This is the bracketing-cover idea (Thiemard 2001; Gnewuch 2008)
 * made adaptive.
 */
final class CornerBound {

    private static final int MAX_NODES = 2_000_000;

    private record Node(int[] from, int[] to, double bound) {
    }

    private final double[][] x;
    private final double[] weight;
    private final int d;
    private final double[][] axis;
    private double best = -1.0;
    private double[] bestCorner;
    private boolean bestClosed;

    CornerBound(double[][] x, double[] weight) {
        this.x = x;
        this.weight = weight;
        d = x[0].length;
        axis = new double[d][];
        for (int j = 0; j < d; j++) {
            double[] a = new double[x.length + 1];
            for (int i = 0; i < x.length; i++) {
                a[i] = x[i][j];
            }
            a[x.length] = 1.0;
            axis[j] = Arrays.stream(a).sorted().distinct().toArray();
        }
        bestCorner = x[0].clone();
    }

    Discrepancy run(double gap, Cancellation cancellation, BoundListener listener) {
        if (!(gap >= 0.0)) {
            throw new IllegalArgumentException("gap is " + gap + ": it must not be negative. Maybe 0 for the exact value?");
        }
        int[] to = new int[d];
        for (int j = 0; j < d; j++) {
            to[j] = axis[j].length - 1;
        }
        PriorityQueue<Node> open = new PriorityQueue<>((p, q) -> Double.compare(q.bound, p.bound));
        push(open, new int[d], to, 1.0);
        double upper = 1.0;
        double told = -1.0;
        double toldUpper = 2.0;
        boolean completed = true;
        long steps = 0;
        while (!open.isEmpty()) {
            Node node = open.poll();
            upper = Math.max(node.bound, best);
            if (best > told || upper < toldUpper - 1e-4) {
                told = best;
                toldUpper = upper;
                listener.bounds(Math.max(best, 0.0), upper);
            }
            if (upper - best <= gap + 1e-15) {
                break;
            }
            if (open.size() > MAX_NODES || (++steps & 63) == 0 && cancellation.requested()) {
                completed = false;
                break;
            }
            split(open, node);
            if (open.isEmpty()) {
                upper = best;
            }
        }
        Box box = new Box(bestCorner, bestClosed, Math.min(1.0, share(bestCorner, bestClosed)));
        double lower = box.discrepancy();
        listener.bounds(lower, Math.max(upper, lower));
        return new Discrepancy(lower, Math.max(upper, lower), box, Discrepancy.Method.CORNER_BOUND, completed);
    }

    private void split(PriorityQueue<Node> open, Node node) {
        int dim = -1;
        double widest = 0.0;
        for (int j = 0; j < d; j++) {
            if (node.to[j] > node.from[j]) {
                double a = axis[j][node.from[j]];
                double b = axis[j][node.to[j]];
                double w = a > 0.0 ? b / a : Double.MAX_VALUE;
                if (dim < 0 || w > widest) {
                    widest = w;
                    dim = j;
                }
            }
        }
        if (dim < 0) {
            return;
        }
        int mid = (node.from[dim] + node.to[dim]) >>> 1;
        int[] left = node.to.clone();
        left[dim] = mid;
        push(open, node.from, left, node.bound);
        int[] right = node.from.clone();
        right[dim] = mid + 1;
        push(open, right, node.to, node.bound);
    }

    private void push(PriorityQueue<Node> open, int[] from, int[] to, double parent) {
        double[] a = corner(from);
        double[] b = corner(to);
        double openA = share(a, false);
        double closedB = share(b, true);
        double volA = volume(a);
        double volB = volume(b);
        offer(b, false, volB - share(b, false));
        offer(a, true, share(a, true) - volA);
        double bound = Math.min(parent, Math.max(volB - openA, closedB - volA));
        if (bound > best) {
            open.add(new Node(from, to, bound));
        }
    }

    private void offer(double[] corner, boolean closed, double value) {
        if (value > best) {
            best = value;
            bestCorner = corner;
            bestClosed = closed;
        }
    }

    private double[] corner(int[] at) {
        double[] y = new double[d];
        for (int j = 0; j < d; j++) {
            y[j] = axis[j][at[j]];
        }
        return y;
    }

    private double share(double[] y, boolean closed) {
        double s = 0.0;
        for (int i = 0; i < x.length; i++) {
            if (PointSet.contains(y, closed, x[i])) {
                s += weight[i];
            }
        }
        return s;
    }

    private static double volume(double[] y) {
        double v = 1.0;
        for (double c : y) {
            v *= c;
        }
        return v;
    }
}
