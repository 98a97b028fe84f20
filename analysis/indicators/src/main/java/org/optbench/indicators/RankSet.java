package org.optbench.indicators;

/**
 * A set of integers in {@code [0, capacity)} with predecessor and successor queries in {@code O(log_64 capacity)}: a tree of
 * 64-bit words in which a set bit says that the child word is not empty.
 */
final class RankSet {

    static final int NONE = -1;

    private final long[][] levels;

    RankSet(int capacity) {
        int depth = 1;
        for (int size = words(Math.max(1, capacity)); size > 1; size = words(size)) {
            depth++;
        }
        levels = new long[depth][];
        int size = Math.max(1, capacity);
        for (int level = 0; level < depth; level++) {
            size = words(size);
            levels[level] = new long[size];
        }
    }

    private static int words(int bits) {
        return (bits + 63) >>> 6;
    }

    void add(int value) {
        int i = value;
        for (long[] level : levels) {
            level[i >>> 6] |= 1L << i;
            i >>>= 6;
        }
    }

    void remove(int value) {
        int i = value;
        for (long[] level : levels) {
            if ((level[i >>> 6] &= ~(1L << i)) != 0) {
                return;
            }
            i >>>= 6;
        }
    }

    /** The smallest member that is at least {@code value}, or {@link #NONE}. */
    int ceiling(int value) {
        int i = value;
        for (int h = 0; h < levels.length; h++) {
            long[] level = levels[h];
            if (i >>> 6 >= level.length) {
                return NONE;
            }
            long word = level[i >>> 6] >>> i;
            if (word != 0) {
                return descendLow(i + Long.numberOfTrailingZeros(word), h);
            }
            i = (i >>> 6) + 1;
        }
        return NONE;
    }

    /** The largest member that is smaller than {@code value}, or {@link #NONE}. */
    int lower(int value) {
        int i = value - 1;
        for (int h = 0; h < levels.length; h++) {
            if (i < 0) {
                return NONE;
            }
            long word = levels[h][i >>> 6] << (63 - (i & 63));
            if (word != 0) {
                return descendHigh(i - Long.numberOfLeadingZeros(word), h);
            }
            i = (i >>> 6) - 1;
        }
        return NONE;
    }

    private int descendLow(int found, int height) {
        int i = found;
        for (int h = height - 1; h >= 0; h--) {
            i = (i << 6) + Long.numberOfTrailingZeros(levels[h][i]);
        }
        return i;
    }

    private int descendHigh(int found, int height) {
        int i = found;
        for (int h = height - 1; h >= 0; h--) {
            i = (i << 6) + 63 - Long.numberOfLeadingZeros(levels[h][i]);
        }
        return i;
    }
}
