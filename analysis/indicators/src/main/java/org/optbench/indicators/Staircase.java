package org.optbench.indicators;

/**
 * The two-dimensional non-dominated staircase of a growing set of points, with the area it dominates inside a box.
 *
 * <p>Points are named by their rank in the order of (x, y); coordinates by rank are given once. The members are kept in a
 * {@link RankSet}, so that one insertion costs {@code O(log_64 n)} plus the number of points it removes.
 */
final class Staircase {

    private final double[] x;
    private final double[] y;
    private final RankSet members;

    /** Coordinates by rank: {@code x} ascending, {@code y} ascending among equal x. */
    Staircase(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.members = new RankSet(x.length);
    }

    /**
     * Adds the point of rank {@code r}, clipped from the right at {@code right} and from above at {@code top}.
     *
     * @return the area gained, 0 when the point is dominated
     */
    double insert(int r, double right, double top) {
        double py = y[r];
        int before = members.lower(r);
        double height = before == RankSet.NONE ? top : y[before];
        if (height <= py) {
            return 0;
        }
        double gained = 0;
        double from = x[r];
        int next = members.ceiling(r);
        while (next != RankSet.NONE && y[next] >= py) {
            gained += (x[next] - from) * (height - py);
            from = x[next];
            height = y[next];
            members.remove(next);
            next = members.ceiling(next);
        }
        double end = next == RankSet.NONE ? right : x[next];
        gained += (end - from) * (height - py);
        members.add(r);
        return gained;
    }

    /**
     * Cuts the region down to {@code x < right}: the area to the right of it that the staircase covered inside the box
     * {@code (left of oldRight, below top)} is returned, and members there are removed.
     */
    double cutRight(double right, double oldRight, double top) {
        double covered = 0;
        double end = oldRight;
        int last = members.lower(x.length);
        while (last != RankSet.NONE && x[last] >= right) {
            covered += (end - x[last]) * (top - y[last]);
            end = x[last];
            members.remove(last);
            last = members.lower(last);
        }
        if (last != RankSet.NONE) {
            covered += (end - right) * (top - y[last]);
        }
        return covered;
    }

    /** Cuts the region down to {@code y < top}; the counterpart of {@link #cutRight}. */
    double cutTop(double top, double oldTop, double right) {
        double covered = 0;
        int first = members.ceiling(0);
        double ceiling = oldTop;
        while (first != RankSet.NONE && y[first] >= top) {
            covered += (right - x[first]) * (ceiling - y[first]);
            ceiling = y[first];
            members.remove(first);
            first = members.ceiling(first);
        }
        if (first != RankSet.NONE) {
            covered += (right - x[first]) * (ceiling - top);
        }
        return covered;
    }

    /** Removes every member. */
    void clear() {
        for (int r = members.ceiling(0); r != RankSet.NONE; r = members.ceiling(r)) {
            members.remove(r);
        }
    }
}
