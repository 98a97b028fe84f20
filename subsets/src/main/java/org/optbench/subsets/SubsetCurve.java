package org.optbench.subsets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Selections for a range of sizes, each with its disjoint splits (for example dev and test).
 *
 * @param splits names of the splits
 * @param points one entry per size, increasing
 */
public record SubsetCurve(List<String> splits, List<At> points) {

    /**
     * The selections of one size, in the order of the split names.
     *
     * @param size members of each split
     */
    public record At(int size, List<Selection> selections) {

        /** Copies the list. */
        public At {
            selections = List.copyOf(selections);
        }

        /** Sum of the discrepancies over the splits: what a choice of the size weighs. */
        public double total() {
            return selections.stream().mapToDouble(Selection::value).sum();
        }
    }

    /** Copies the lists. */
    public SubsetCurve {
        splits = List.copyOf(splits);
        points = List.copyOf(points);
        if (splits.isEmpty() || points.isEmpty()) {
            throw new IllegalArgumentException("splits " + splits + ", " + points.size()
                    + " sizes: a curve has at least one of each. Maybe the range of sizes is empty?");
        }
    }

    /**
     * Computes the curve.
     *
     * @param selection points, constraints, seed and workers; its size is ignored, its work holds per selection
     * @param from smallest size
     * @param to largest size, included
     * @param splits names of the splits, at least one; each further split avoids the members of those before
     */
    public static SubsetCurve compute(SubsetSelection selection, int from, int to, List<String> splits) {
        check(selection, from, to, splits);
        List<At> points = new ArrayList<>();
        for (int k = from; k <= to; k++) {
            points.add(new At(k, selection.selectDisjoint(sizes(k, splits))));
        }
        return new SubsetCurve(splits, points);
    }

    /** Computes the curve within a total wall-clock time; what a proven selection saves goes to the later ones. */
    public static SubsetCurve compute(SubsetSelection selection, int from, int to, List<String> splits, Duration total) {
        check(selection, from, to, splits);
        long end = System.nanoTime() + total.toNanos();
        List<At> points = new ArrayList<>();
        for (int k = from; k <= to; k++) {
            long left = (end - System.nanoTime()) / ((long) (to - k + 1) * splits.size());
            points.add(new At(k, selection.time(Duration.ofNanos(Math.max(left, 1_000_000))).selectDisjoint(sizes(k, splits))));
        }
        return new SubsetCurve(splits, points);
    }

    private static void check(SubsetSelection selection, int from, int to, List<String> splits) {
        if (from < 1 || to < from || splits.isEmpty() || (long) to * splits.size() > selection.total()) {
            throw new IllegalArgumentException("sizes " + from + " to " + to + ", " + splits.size() + " splits of " + selection.total()
                    + " points: sizes must be increasing and all splits together fit. Maybe a smaller range?");
        }
    }

    private static int[] sizes(int k, List<String> splits) {
        int[] sizes = new int[splits.size()];
        java.util.Arrays.fill(sizes, k);
        return sizes;
    }

    /** The size with the smallest sum of discrepancies; the smaller one of equals. */
    public At smallestTotal() {
        At best = points.getFirst();
        for (At p : points) {
            if (p.total() < best.total() - 1e-12) {
                best = p;
            }
        }
        return best;
    }
}
