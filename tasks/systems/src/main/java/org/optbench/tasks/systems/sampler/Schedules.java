package org.optbench.tasks.systems.sampler;

import java.util.Arrays;

/**
 * Schedules over a grid of times 0 .. T with an additive cost of each step. The best schedule with at most k steps is found by dynamic programming over
 * pairs of steps taken and time reached (Bellman), in {@code O(k T^2)}.
 *
 * @param cost cost of a step from i to j > i, array shape {@code [T + 1][T + 1]}
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never written
record Schedules(double[][] cost) {

    /** The last time of the grid. */
    int last() {
        return cost.length - 1;
    }

    /** The cost of the schedule from 0 through some times to the end; the times in any order, repeated ones taken once. */
    double cost(int[] through) {
        int[] sorted = through.clone();
        Arrays.sort(sorted);
        double sum = 0.0;
        int at = 0;
        for (int time : sorted) {
            if (time > at) {
                sum += cost[at][time];
                at = time;
            }
        }
        return at < last() ? sum + cost[at][last()] : sum;
    }

    /** The times between 0 and the end of the cheapest schedule with at most so many steps, ascending. */
    int[] best(int steps) {
        int end = last();
        double[] value = new double[end + 1];
        int[][] from = new int[steps + 1][end + 1];
        Arrays.fill(value, Double.POSITIVE_INFINITY);
        value[0] = 0.0;
        double least = Double.POSITIVE_INFINITY;
        int fewest = 0;
        for (int step = 1; step <= steps; step++) {
            double[] next = new double[end + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int j = 1; j <= end; j++) {
                for (int i = 0; i < j; i++) {
                    double candidate = value[i] + cost[i][j];
                    if (candidate < next[j]) {
                        next[j] = candidate;
                        from[step][j] = i;
                    }
                }
            }
            value = next;
            if (value[end] < least) {
                least = value[end];
                fewest = step;
            }
        }
        int[] times = new int[fewest - 1];
        int at = end;
        for (int step = fewest; step > 1; step--) {
            at = from[step][at];
            times[step - 2] = at;
        }
        return times;
    }
}
