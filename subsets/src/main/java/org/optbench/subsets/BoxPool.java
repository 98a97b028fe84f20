package org.optbench.subsets;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The boxes a subset selection has met, each with the set of points in it as a bit mask over all n points.
 *
 * <p>
 * At a target T a subset of size k is better than T only if every closed box holds at most {@code ceil(k (T + volume)) - 1} of it and
 * every open box at least {@code floor(k (volume - T)) + 1}: integer conditions that are checked for a swap without computing a
 * discrepancy. Two boxes with the same points and kind are kept once, with the volume that demands more.
 */
final class BoxPool {

    static final double EPS = 1e-9;

    final PointSet points;
    final int words;
    final int k;
    long[] mask;
    double[] volume;
    boolean[] closed;
    /** Members of the current subset in the box. */
    int[] count;
    /** Most (closed) or least (open) members a subset better than the target may have. */
    int[] limit;
    /** How often the box has ruled something out; boxes with low activity are dropped first. */
    float[] activity;
    double[][] corner;
    int size;
    /** Changes when positions do. */
    int generation;
    private final int capacity;
    private double target = Double.POSITIVE_INFINITY;
    private final Map<Key, Integer> known = new HashMap<>();
    private final long[] scratch;

    private record Key(boolean closed, int hash, long[] mask) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key other && closed == other.closed && hash == other.hash && Arrays.equals(mask, other.mask);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    BoxPool(PointSet points, int k, int capacity) {
        this.points = points;
        this.words = points.words();
        this.k = k;
        this.capacity = capacity;
        int start = Math.min(capacity, 256);
        mask = new long[start * words];
        volume = new double[start];
        closed = new boolean[start];
        count = new int[start];
        limit = new int[start];
        activity = new float[start];
        corner = new double[start][];
        scratch = new long[words];
    }

    double target() {
        return target;
    }

    /** Sets the value to be beaten. */
    void target(double t) {
        target = t;
        for (int b = 0; b < size; b++) {
            limit[b] = limitOf(closed[b], volume[b], t);
        }
    }

    int limitOf(boolean isClosed, double vol, double t) {
        return isClosed ? (int) Math.ceil(k * (t + vol) - EPS) - 1 : (int) Math.floor(k * (vol - t) + EPS) + 1;
    }

    /**
     * Adds a box, or tightens the volume of the one with the same points.
     *
     * @param members mask of the current subset, for the count
     * @return its position
     */
    int add(double[] at, boolean isClosed, long[] members) {
        points.inside(at, isClosed, scratch);
        double vol = 1.0;
        for (double v : at) {
            vol *= v;
        }
        Key key = new Key(isClosed, Arrays.hashCode(scratch) * 2 + (isClosed ? 1 : 0), scratch.clone());
        Integer old = known.get(key);
        if (old != null) {
            int b = old;
            if (isClosed ? vol < volume[b] : vol > volume[b]) {
                volume[b] = vol;
                corner[b] = at.clone();
                limit[b] = limitOf(isClosed, vol, target);
            }
            return b;
        }
        if (size == capacity) {
            shrink();
        }
        if (size == volume.length) {
            grow(Math.min(capacity, 2 * size));
        }
        int b = size++;
        System.arraycopy(scratch, 0, mask, b * words, words);
        volume[b] = vol;
        closed[b] = isClosed;
        corner[b] = at.clone();
        limit[b] = limitOf(isClosed, vol, target);
        activity[b] = 1.0f;
        count[b] = overlap(b, members);
        known.put(key, b);
        return b;
    }

    /** Counts the box as useful. */
    void reward(int b) {
        activity[b] += 1.0f;
    }

    int overlap(int b, long[] members) {
        int c = 0;
        int at = b * words;
        for (int i = 0; i < words; i++) {
            c += Long.bitCount(mask[at + i] & members[i]);
        }
        return c;
    }

    boolean contains(int b, int point) {
        return (mask[b * words + (point >> 6)] & (1L << point)) != 0;
    }

    void recount(long[] members) {
        for (int b = 0; b < size; b++) {
            count[b] = overlap(b, members);
        }
    }

    void swapped(int out, int in) {
        int ow = out >> 6;
        int iw = in >> 6;
        for (int b = 0, at = 0; b < size; b++, at += words) {
            count[b] += (int) (mask[at + iw] >>> in & 1L) - (int) (mask[at + ow] >>> out & 1L);
        }
    }

    private void grow(int to) {
        mask = Arrays.copyOf(mask, to * words);
        volume = Arrays.copyOf(volume, to);
        closed = Arrays.copyOf(closed, to);
        count = Arrays.copyOf(count, to);
        limit = Arrays.copyOf(limit, to);
        activity = Arrays.copyOf(activity, to);
        corner = Arrays.copyOf(corner, to);
    }

    /** Drops the less active half. */
    private void shrink() {
        float[] sorted = Arrays.copyOf(activity, size);
        Arrays.sort(sorted);
        float median = sorted[size / 2];
        known.clear();
        generation++;
        int to = 0;
        for (int b = 0; b < size; b++) {
            if (activity[b] > median || (activity[b] == median && to < size / 2 - 1)) {
                if (to != b) {
                    System.arraycopy(mask, b * words, mask, to * words, words);
                    volume[to] = volume[b];
                    closed[to] = closed[b];
                    count[to] = count[b];
                    limit[to] = limit[b];
                    corner[to] = corner[b];
                }
                activity[to] = activity[b] * 0.5f;
                long[] m = Arrays.copyOfRange(mask, to * words, to * words + words);
                known.put(new Key(closed[to], Arrays.hashCode(m) * 2 + (closed[to] ? 1 : 0), m), to);
                to++;
            }
        }
        size = to;
    }
}
