package org.optbench.indicators;

/** Argument checks and index sorting shared by the indicators. */
final class Points {

    private Points() {
    }

    /** Throws unless {@code point} has {@code dimension} coordinates. */
    static void requireDimension(double[] point, int dimension, int index) {
        if (point.length != dimension) {
            throw new IllegalArgumentException("point " + index + " has " + point.length + " coordinates, expected "
                    + dimension + ".\nMaybe rows and columns are swapped: point sets have shape [n][d].");
        }
    }

    /** Throws unless the set is non-empty, rectangular with {@code dimension} columns, and finite. */
    static void requireFiniteSet(String name, double[][] points, int dimension) {
        if (points.length == 0) {
            throw new IllegalArgumentException(
                    name + " is empty, at least one point is needed.\nMaybe every trial of the run failed: leave such a run out.");
        }
        for (int i = 0; i < points.length; i++) {
            requireDimension(points[i], dimension, i);
            for (double v : points[i]) {
                if (!Double.isFinite(v)) {
                    throw new IllegalArgumentException(name + " has the value " + v + " in point " + i
                            + ", expected finite numbers.\nMaybe failed trials should be removed first.");
                }
            }
        }
    }

    /** True when {@code a} is no worse than {@code b} in every objective (minimisation). */
    static boolean weaklyDominates(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!(a[i] <= b[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Indices that sort {@code key} ascending, ties in order of {@code tie} and then of position. A bottom-up merge sort on
     * primitives: boxed comparators cost several times the hypervolume sweep itself.
     */
    static int[] order(double[] key, double[] tie, int n) {
        int[] from = new int[n];
        int[] to = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = i;
        }
        final int run = 8;
        for (int lo = 0; lo < n; lo += run) {
            insertionSort(from, lo, Math.min(lo + run, n), key, tie);
        }
        for (int width = run; width < n; width *= 2) {
            for (int lo = 0; lo < n; lo += 2 * width) {
                merge(from, to, lo, Math.min(lo + width, n), Math.min(lo + 2 * width, n), key, tie);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static boolean after(int a, int b, double[] key, double[] tie) {
        return key[a] > key[b] || (key[a] == key[b] && tie[a] > tie[b]);
    }

    private static void insertionSort(int[] a, int lo, int hi, double[] key, double[] tie) {
        for (int i = lo + 1; i < hi; i++) {
            int moving = a[i];
            int j = i - 1;
            while (j >= lo && after(a[j], moving, key, tie)) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = moving;
        }
    }

    private static void merge(int[] from, int[] to, int lo, int mid, int hi, double[] key, double[] tie) {
        int left = lo;
        int right = mid;
        for (int out = lo; out < hi; out++) {
            if (left < mid && (right >= hi || !after(from[left], from[right], key, tie))) {
                to[out] = from[left++];
            } else {
                to[out] = from[right++];
            }
        }
    }
}
