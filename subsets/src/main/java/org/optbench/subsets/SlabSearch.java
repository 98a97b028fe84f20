package org.optbench.subsets;

import java.util.Arrays;

/**
 * Exact maximum of the local discrepancy over all corners, by slabs and a sweep with separable bounds.
 *
 * <p>
 * The first {@code d - 1} dimensions are cut into slabs as Dobkin, Eppstein and Mitchell (1996) do: in every dimension a cut at the
 * coordinate of each point that is already internal to an earlier slab, so that no point is internal to two. The last dimension is not
 * cut but swept. For a fixed product of slabs and a fixed last coordinate {@code z} the best open box maximises
 * {@code z * prod u_j(k_j) - (in + sum k_j) / n}; Dobkin, Eppstein and Mitchell solve this by a table over the number of internal
 * points. Here the product is first bounded by something separable: with {@code s = log prod u}, {@code exp(s)} lies below its secant
 * (open boxes) and above its tangent (closed boxes), and both are sums over the dimensions, so that one addition per internal point
 * decides whether the table is needed at all. With a good incumbent it rarely is.
 *
 * <p>
 * Not thread-safe: one object per thread, reused for many point sets of up to {@code capacity} points. Counts are integers throughout;
 * values are kept multiplied by n.
 */
final class SlabSearch {

    /** Called for every maximal box found above the threshold in {@link #collect}. */
    interface BoxSink {

        /**
         * @param corner the corner, a buffer that is reused
         * @param closed whether the box is closed
         * @param value its local discrepancy
         * @return false to stop the search
         */
        boolean accept(double[] corner, boolean closed, double value);
    }

    private static final long[] NO_LONGS = {};

    private final int d;
    private final int last;
    private int n;
    private int words;
    private int slabSize;

    /** Coordinates by bit: {@code x[j * n + bit]}; bits are ranks in the last dimension. */
    private double[] x = {};
    private double[] logX = {};
    private double[] z = {};
    /** Bits in the order of dimension j, their coordinates, and for each position the tie group it lies in. */
    private int[] order = {};
    private double[] sorted = {};
    private int[] position = {};
    private int[] tieStart = {};
    private int[] tieEnd = {};
    /** Bit masks of the first c points in the order of dimension j. */
    private long[] prefix = NO_LONGS;

    private final double[] low;
    private final double[] high;
    private final double[] logLow;
    private final double[] logHigh;
    private long[] rem = NO_LONGS;
    private long[] forced = NO_LONGS;
    private int[] owner = {};
    private int[][] cuts = {};

    // State of a sweep: the internal points seen so far, per dimension and sorted by that dimension.
    private final int[] held;
    private int[][] heldBit = {};
    /** Edges of the hulls of (log side, points) of the internal points held, in the order they are walked. */
    private final int[] openEdges;
    private final int[] closedEdges;
    private final boolean[] openStale;
    private final boolean[] closedStale;
    private double[][] openSlope = {};
    private double[][] openRatio = {};
    private int[][] openStep = {};
    private double[][] closedSlope = {};
    private double[][] closedRatio = {};
    private int[][] closedStep = {};
    private int[] chain = {};
    private final int[] head;

    private double[] tableA = {};
    private double[] tableB = {};
    private double[][] recordTable = {};
    private int[][] recordPick = {};

    /** Best value times n; corners that cannot exceed it are skipped. */
    private double best;
    private boolean raise;
    private boolean stopped;
    private BoxSink sink = (c, o, v) -> true;
    private final double[] corner;
    private final double[] bestCorner;
    private boolean bestClosed;
    private boolean found;
    private long tables;
    private long sweeps;
    private long nodes;
    private Cancellation cancellation = Cancellation.NEVER;

    SlabSearch(int d) {
        this.d = d;
        this.last = d - 1;
        low = new double[d];
        high = new double[d];
        logLow = new double[d];
        logHigh = new double[d];
        held = new int[d];
        openEdges = new int[d];
        closedEdges = new int[d];
        openStale = new boolean[d];
        closedStale = new boolean[d];
        head = new int[d];
        corner = new double[d];
        bestCorner = new double[d];
    }

    /** Number of tables, sweeps and inner nodes of the last search. */
    long[] effort() {
        return new long[]{tables, sweeps, nodes};
    }

    boolean found() {
        return found;
    }

    double[] bestCorner() {
        return bestCorner;
    }

    boolean bestClosed() {
        return bestClosed;
    }

    boolean cancelled() {
        return stopped;
    }

    void cancellation(Cancellation c) {
        cancellation = c;
    }

    private void ensure(int size) {
        if (z.length >= size && prefix.length >= last * (size + 1) * ((size + 63) >> 6)) {
            return;
        }
        int w = (size + 63) >> 6;
        x = new double[d * size];
        logX = new double[d * size];
        z = new double[size];
        order = new int[d * size];
        sorted = new double[d * size];
        position = new int[d * size];
        tieStart = new int[d * size];
        tieEnd = new int[d * size];
        prefix = new long[Math.max(1, last) * (size + 1) * w];
        rem = new long[(d + 1) * w];
        forced = new long[(d + 1) * w];
        owner = new int[size];
        cuts = new int[d][size + 2];
        heldBit = new int[d][size + 2];
        openSlope = new double[d][size + 2];
        openRatio = new double[d][size + 2];
        openStep = new int[d][size + 2];
        closedSlope = new double[d][size + 2];
        closedRatio = new double[d][size + 2];
        closedStep = new int[d][size + 2];
        chain = new int[size + 2];
        tableA = new double[size + 2];
        tableB = new double[size + 2];
        recordTable = new double[d][size + 2];
        recordPick = new int[last][size + 2];
    }

    /** Takes the points {@code points[index[0]], ..., points[index[count - 1]]}. */
    void load(double[][] points, int[] index, int count) {
        ensure(count);
        n = count;
        words = (n + 63) >> 6;
        slabSize = Math.max(1, (int) Math.round(Math.sqrt(n)));
        // Bits are ranks in the last dimension.
        int base = last * n;
        for (int i = 0; i < n; i++) {
            double v = points[index[i]][last];
            int at = i;
            while (at > 0 && sorted[base + at - 1] > v) {
                sorted[base + at] = sorted[base + at - 1];
                order[base + at] = order[base + at - 1];
                at--;
            }
            sorted[base + at] = v;
            order[base + at] = index[i];
        }
        for (int bit = 0; bit < n; bit++) {
            double[] p = points[order[base + bit]];
            z[bit] = p[last];
            for (int j = 0; j < d; j++) {
                x[j * n + bit] = p[j];
            }
        }
        for (int j = 0; j < last; j++) {
            sortDimension(j);
        }
        tieEnds(base);
    }

    private void tieEnds(int base) {
        for (int i = n - 1; i >= 0; i--) {
            tieEnd[base + i] = i < n - 1 && sorted[base + i] == sorted[base + i + 1] ? tieEnd[base + i + 1] : i + 1;
        }
    }

    private void sortDimension(int j) {
        int base = j * n;
        for (int i = 0; i < n; i++) {
            double v = x[base + i];
            int at = i;
            while (at > 0 && sorted[base + at - 1] > v) {
                sorted[base + at] = sorted[base + at - 1];
                order[base + at] = order[base + at - 1];
                at--;
            }
            sorted[base + at] = v;
            order[base + at] = i;
        }
        for (int i = 0; i < n; i++) {
            logX[base + order[base + i]] = Math.log(sorted[base + i]);
            position[base + order[base + i]] = i;
            tieStart[base + i] = i > 0 && sorted[base + i] == sorted[base + i - 1] ? tieStart[base + i - 1] : i;
        }
        tieEnds(base);
        int at = j * (n + 1) * words;
        Arrays.fill(prefix, at, at + words, 0L);
        for (int c = 0; c < n; c++) {
            System.arraycopy(prefix, at, prefix, at + words, words);
            at += words;
            int bit = order[base + c];
            prefix[at + (bit >> 6)] |= 1L << bit;
        }
    }

    /** The maximum local discrepancy if it exceeds {@code floor}, otherwise {@code floor}. */
    double maximum(double floor) {
        raise = true;
        return search(floor) / n;
    }

    /** Hands boxes above {@code threshold} to the sink until it declines; true when there was none. */
    boolean collect(double threshold, BoxSink to) {
        raise = false;
        sink = to;
        search(threshold);
        return !found;
    }

    private double search(double floor) {
        best = floor * n;
        found = false;
        stopped = false;
        tables = 0;
        sweeps = 0;
        nodes = 0;
        int w = words;
        if (raise) {
            pointCorners();
        }
        for (int i = 0; i < w; i++) {
            rem[i] = -1L;
            forced[i] = 0L;
        }
        if ((n & 63) != 0) {
            rem[w - 1] = (1L << n) - 1;
        }
        descend(0, 1.0, 1.0);
        return best;
    }

    /** First incumbent: the boxes with a point as their corner. */
    private void pointCorners() {
        int w = words;
        for (int bit = 0; bit < n; bit++) {
            double volume = 1.0;
            for (int j = 0; j < d; j++) {
                volume *= x[j * n + bit];
            }
            int closed = 0;
            int top = tieEnd[last * n + bit];
            for (int i = 0; i < w; i++) {
                int bits = top - (i << 6);
                long m = bits >= 64 ? -1L : bits <= 0 ? 0L : (1L << bits) - 1;
                for (int j = 0; j < last; j++) {
                    m &= prefix[(j * (n + 1) + tieEnd[j * n + position[j * n + bit]]) * w + i];
                }
                closed += Long.bitCount(m);
            }
            if (closed - volume * n > best) {
                best = closed - volume * n;
                bestClosed = true;
                found = true;
                for (int j = 0; j < d; j++) {
                    bestCorner[j] = x[j * n + bit];
                }
            }
        }
    }

    private void descend(int j, double volHigh, double volLow) {
        if (stopped) {
            return;
        }
        if (j == last) {
            sweep(volHigh, volLow);
            return;
        }
        nodes++;
        if (j <= 2 && cancellation.requested()) {
            stopped = true;
            return;
        }
        int w = words;
        int at = j * w;
        int base = j * n;
        int[] cut = cuts[j];
        int cutCount = 0;
        int run = 0;
        boolean ones = false;
        // Positions of the cuts in the order of this dimension.
        for (int r = 0; r < n; r++) {
            int bit = order[base + r];
            long b = 1L << bit;
            int word = at + (bit >> 6);
            boolean isForced = (forced[word] & b) != 0;
            if (!isForced) {
                if ((rem[word] & b) == 0) {
                    continue;
                }
                run++;
            }
            if (isForced || run > slabSize) {
                if (sorted[base + r] >= 1.0) {
                    ones = true;
                    break;
                }
                if (cutCount == 0 || sorted[base + cut[cutCount - 1]] < sorted[base + r]) {
                    cut[cutCount++] = r;
                    run = 0;
                }
            } else if (sorted[base + r] >= 1.0) {
                ones = true;
                break;
            }
        }
        int next = at + w;
        if (ones) {
            System.arraycopy(rem, at, rem, next, w);
            System.arraycopy(forced, at, forced, next, w);
            low[j] = 1.0;
            high[j] = 1.0;
            logLow[j] = 0.0;
            logHigh[j] = 0.0;
            descend(j + 1, volHigh, volLow);
        }
        int dim = j * (n + 1) * w;
        for (int c = cutCount; c >= 0; c--) {
            double h = 1.0;
            int below;
            if (c < cutCount) {
                int r = cut[c];
                h = sorted[base + r];
                below = tieStart[base + r];
                logHigh[j] = logX[base + order[base + r]];
            } else {
                below = ones ? firstOne(base) : n;
                logHigh[j] = 0.0;
            }
            double l = 0.0;
            int upTo;
            if (c > 0) {
                int r = cut[c - 1];
                l = sorted[base + r];
                upTo = tieEnd[base + r];
                logLow[j] = logX[base + order[base + r]];
            } else {
                upTo = sorted[base] <= 0.0 ? tieEnd[base] : 0;
                logLow[j] = Double.NEGATIVE_INFINITY;
            }
            int hp = dim + below * w;
            int lp = dim + upTo * w;
            int count = 0;
            for (int i = 0; i < w; i++) {
                long r = rem[at + i];
                long hm = prefix[hp + i];
                long lm = prefix[lp + i];
                long nr = r & lm;
                long nf = (forced[at + i] | (r & ~lm)) & hm;
                rem[next + i] = nr;
                forced[next + i] = nf;
                count += Long.bitCount(nr | nf);
            }
            double v = volHigh * h;
            if (v * n <= best && count <= best) {
                break;
            }
            for (int r = upTo; r < below; r++) {
                owner[order[base + r]] = ownerOf(at, order[base + r], j);
            }
            low[j] = l;
            high[j] = h;
            descend(j + 1, v, volLow * l);
            if (stopped) {
                return;
            }
        }
    }

    private int ownerOf(int at, int bit, int j) {
        return (rem[at + (bit >> 6)] & (1L << bit)) != 0 ? j : owner[bit];
    }

    private int firstOne(int base) {
        int r = n - 1;
        while (r > 0 && sorted[base + r - 1] >= 1.0) {
            r--;
        }
        return r;
    }

    /**
     * Moves the last coordinate up through the points. The maximum over the other sides is only found again when the last one found,
     * moved along, could exceed the best: an open box gains at most the volume of its high corner and loses every point that is in
     * all boxes; a closed box gains at most the points passed and loses at least the volume of its low corner.
     */
    private void sweep(double volHigh, double volLow) {
        sweeps++;
        int at = last * words;
        double hn = volHigh * n;
        double ln = volLow * n;
        for (int j = 0; j < last; j++) {
            held[j] = 0;
            openEdges[j] = 0;
            closedEdges[j] = 0;
        }
        int in = 0;
        int all = 0;
        double open = 0.0;
        double closed = 0.0;
        for (int i = 0; i < words; i++) {
            long f = forced[at + i];
            long left = f | rem[at + i];
            while (left != 0) {
                long b = left & -left;
                int bit = (i << 6) + Long.numberOfTrailingZeros(left);
                left ^= b;
                double zz = z[bit];
                double move = zz * hn - in;
                if (open + move > best) {
                    open = walkOpen(zz, in) - move;
                    if (found && !raise) {
                        // One box of each kind a sweep: the next ones would be its neighbours.
                        open = open + move > best ? Double.NEGATIVE_INFINITY : open;
                    }
                }
                if ((f & b) == 0) {
                    in++;
                } else {
                    hold(owner[bit], bit);
                }
                all++;
                move = all - zz * ln;
                if (closed + move > best) {
                    closed = walkClosed(zz, in, all) - move;
                    if (found && !raise) {
                        closed = closed + move > best ? Double.NEGATIVE_INFINITY : closed;
                    }
                }
            }
        }
        if (open + hn - in > best) {
            walkOpen(1.0, in);
        }
    }

    /** Adds an internal point of dimension j to its sorted list. */
    private void hold(int j, int bit) {
        int[] bits = heldBit[j];
        int base = j * n;
        double v = x[base + bit];
        int k = held[j]++;
        while (k > 0 && x[base + bits[k - 1]] > v) {
            bits[k] = bits[k - 1];
            k--;
        }
        bits[k] = bit;
        openStale[j] = true;
        closedStale[j] = true;
    }

    /** Lower hull of (log u(k), k), u(k) the largest side with k points: edges by increasing points per log side. */
    private void openHull(int j) {
        int[] bits = heldBit[j];
        int base = j * n;
        int m = held[j];
        int size = 0;
        for (int k = 0; k <= m; k++) {
            double lg = k < m ? logX[base + bits[k]] : logHigh[j];
            while (size >= 2) {
                int b = chain[size - 1];
                int a = chain[size - 2];
                double lb = logX[base + bits[b]];
                if ((b - a) * (lg - lb) >= (k - b) * (lb - logX[base + bits[a]])) {
                    size--;
                } else {
                    break;
                }
            }
            chain[size++] = k;
        }
        for (int e = 0; e + 1 < size; e++) {
            int a = chain[e];
            int b = chain[e + 1];
            double la = logX[base + bits[a]];
            double lb = b < m ? logX[base + bits[b]] : logHigh[j];
            openSlope[j][e] = (b - a) / (lb - la);
            openRatio[j][e] = (b < m ? x[base + bits[b]] : high[j]) / x[base + bits[a]];
            openStep[j][e] = b - a;
        }
        openEdges[j] = size - 1;
        openStale[j] = false;
    }

    /** Upper hull of (log y(k), k), y(k) the smallest side with k points: edges by decreasing points per log side. */
    private void closedHull(int j) {
        int[] bits = heldBit[j];
        int base = j * n;
        int m = held[j];
        int size = 0;
        int first = low[j] > 0.0 ? 0 : 1;
        for (int k = first; k <= m; k++) {
            double lg = k > 0 ? logX[base + bits[k - 1]] : logLow[j];
            while (size >= 2) {
                int b = chain[size - 1];
                int a = chain[size - 2];
                double lb = logX[base + bits[b - 1]];
                double la = a > 0 ? logX[base + bits[a - 1]] : logLow[j];
                if ((b - a) * (lg - lb) <= (k - b) * (lb - la)) {
                    size--;
                } else {
                    break;
                }
            }
            if (size == 1 && chain[0] > 0 && lg <= logX[base + bits[chain[0] - 1]]) {
                size = 0;
            }
            chain[size++] = k;
        }
        closedRatio[j][size - 1] = chain[0] > 0 ? x[base + bits[chain[0] - 1]] : low[j];
        closedStep[j][size - 1] = chain[0];
        for (int e = 0; e + 1 < size; e++) {
            int a = chain[e];
            int b = chain[e + 1];
            double ya = a > 0 ? x[base + bits[a - 1]] : low[j];
            double la = a > 0 ? logX[base + bits[a - 1]] : logLow[j];
            closedSlope[j][e] = (b - a) / (logX[base + bits[b - 1]] - la);
            closedRatio[j][e] = x[base + bits[b - 1]] / ya;
            closedStep[j][e] = b - a;
        }
        closedEdges[j] = size - 1;
        closedStale[j] = false;
    }

    /**
     * The largest local discrepancy of an open box with last coordinate zz, exactly and without a table: the value is convex in
     * (log volume, points), so its maximum over all choices lies on a vertex of their hull, and the hull of a sum is walked by merging the
     * edges of the parts in the order of their slopes.
     */
    private double walkOpen(double zz, int in) {
        double p = zz * n;
        for (int j = 0; j < last; j++) {
            int m = held[j];
            head[j] = 0;
            if (m == 0) {
                p *= high[j];
            } else {
                if (openStale[j]) {
                    openHull(j);
                }
                p *= x[j * n + heldBit[j][0]];
            }
        }
        int points = in;
        double value = p - points;
        int at = points;
        while (true) {
            int pick = -1;
            double slope = Double.POSITIVE_INFINITY;
            for (int j = 0; j < last; j++) {
                if (head[j] < openEdges[j] && openSlope[j][head[j]] < slope) {
                    slope = openSlope[j][head[j]];
                    pick = j;
                }
            }
            if (pick < 0) {
                break;
            }
            int e = head[pick]++;
            p *= openRatio[pick][e];
            points += openStep[pick][e];
            if (p - points > value) {
                value = p - points;
                at = points;
            }
        }
        if (value > best) {
            record(false, zz, at - in, value);
        }
        return value;
    }

    /**
     * Bounds the largest local discrepancy of a closed box with last coordinate zz by the maximum over the hull of (log volume, points).
     * The value is concave there, so that the walk ends at the first edge that falls; only when the maximum lies inside an edge and is
     * above the best is the table needed.
     */
    private double walkClosed(double zz, int in, int all) {
        double p = zz * n;
        int points = in;
        double value = Double.NEGATIVE_INFINITY;
        boolean flat = false;
        for (int j = 0; j < last; j++) {
            int m = held[j];
            head[j] = 0;
            if (m == 0) {
                p *= low[j];
                flat |= low[j] <= 0.0;
            } else {
                if (low[j] <= 0.0) {
                    // Side zero: no volume, so that the other dimensions take all their points.
                    value = Math.max(value, all - m);
                }
                if (closedStale[j]) {
                    closedHull(j);
                }
                int s = closedEdges[j];
                p *= closedRatio[j][s];
                points += closedStep[j][s];
            }
        }
        if (flat) {
            value = all;
        } else {
            value = Math.max(value, points - p);
            while (true) {
                int pick = -1;
                double slope = p;
                for (int j = 0; j < last; j++) {
                    if (head[j] < closedEdges[j] && closedSlope[j][head[j]] > slope) {
                        slope = closedSlope[j][head[j]];
                        pick = j;
                    }
                }
                if (pick < 0) {
                    break;
                }
                int e = head[pick]++;
                double after = p * closedRatio[pick][e];
                if (after > slope) {
                    // The maximum lies inside this edge, where p * ratio^theta equals the slope.
                    value = Math.max(value, points + slope * Math.log(slope / p) - slope);
                    break;
                }
                p = after;
                points += closedStep[pick][e];
                value = Math.max(value, points - p);
            }
        }
        return value > best ? exactClosed(zz, in) : value;
    }

    private double exactClosed(double zz, int in) {
        tables++;
        double[] cur = tableA;
        double[] nxt = tableB;
        cur[0] = zz * n;
        int m = 0;
        for (int j = 0; j < last; j++) {
            int h = held[j];
            int base = j * n;
            int[] bits = heldBit[j];
            double u0 = low[j];
            if (h == 0) {
                scale(cur, m, u0);
                continue;
            }
            for (int t = 0; t <= m; t++) {
                nxt[t] = cur[t] * u0;
            }
            Arrays.fill(nxt, m + 1, m + h + 1, Double.POSITIVE_INFINITY);
            for (int k = 1; k <= h; k++) {
                double u = x[base + bits[k - 1]];
                for (int t = 0; t <= m; t++) {
                    nxt[t + k] = Math.min(nxt[t + k], cur[t] * u);
                }
            }
            m += h;
            double[] swap = cur;
            cur = nxt;
            nxt = swap;
        }
        double value = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int t = 0; t <= m; t++) {
            double v = in + t - cur[t];
            if (v > value) {
                value = v;
                count = t;
            }
        }
        if (value > best) {
            record(true, zz, count, value);
        }
        return value;
    }

    private static void scale(double[] a, int m, double by) {
        for (int t = 0; t <= m; t++) {
            a[t] *= by;
        }
    }

    /** Repeats the table with choices kept, to name the corner. Rare: only for improvements. */
    private void record(boolean closed, double zz, int count, double value) {
        int total = 0;
        for (int j = 0; j < last; j++) {
            total += held[j];
        }
        int width = total + 1;
        double[][] tab = recordTable;
        int[][] pick = recordPick;
        double worst = closed ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        Arrays.fill(tab[0], 0, width, worst);
        tab[0][0] = 1.0;
        for (int j = 0; j < last; j++) {
            Arrays.fill(tab[j + 1], 0, width, worst);
            for (int t = 0; t < width; t++) {
                if (tab[j][t] == worst) {
                    continue;
                }
                for (int k = 0; k <= held[j] && t + k < width; k++) {
                    double v = tab[j][t] * side(closed, j, k);
                    if (closed ? v < tab[j + 1][t + k] : v > tab[j + 1][t + k]) {
                        tab[j + 1][t + k] = v;
                        pick[j][t + k] = k;
                    }
                }
            }
        }
        int t = count;
        for (int j = last - 1; j >= 0; j--) {
            int k = pick[j][t];
            corner[j] = side(closed, j, k);
            t -= k;
        }
        corner[last] = zz;
        found = true;
        if (raise) {
            best = value;
            bestClosed = closed;
            System.arraycopy(corner, 0, bestCorner, 0, d);
        } else if (!sink.accept(corner, closed, value / n)) {
            stopped = true;
        }
    }

    private double side(boolean closed, int j, int k) {
        if (closed) {
            return k == 0 ? low[j] : x[j * n + heldBit[j][k - 1]];
        }
        return k == held[j] ? high[j] : x[j * n + heldBit[j][k]];
    }
}
