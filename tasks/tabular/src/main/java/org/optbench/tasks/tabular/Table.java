package org.optbench.tasks.tabular;

import java.util.Arrays;
import org.optbench.model.Direction;

/** The recorded repeats of every configuration, by row. Rows may have different numbers of repeats. Immutable. */
final class Table {

    private final double[] values;
    private final int[] starts;

    /**
     * @param values the repeats of all rows, one row after the other; kept
     * @param starts where each row begins, and the end of the last; kept
     */
    Table(double[] values, int[] starts) {
        this.values = values;
        this.starts = starts;
    }

    int rows() {
        return starts.length - 1;
    }

    int repeats(int row) {
        return starts[row + 1] - starts[row];
    }

    double value(int row, int repeat) {
        return values[starts[row] + repeat];
    }

    /** One of the repeats of a row, each equally likely over the seeds and always the same for one seed. */
    double draw(int row, long seed) {
        int first = starts[row];
        int count = starts[row + 1] - first;
        return values[first + (int) Math.unsignedMultiplyHigh(mixed(seed), count)];
    }

    /** The best repeat of all: no evaluation gives a better value. */
    double best(Direction direction) {
        return direction == Direction.MINIMIZE ? Arrays.stream(values).min().orElseThrow() : Arrays.stream(values).max().orElseThrow();
    }

    /** The best mean over the repeats of a row: what the best configuration gives on average. */
    double bestMean(Direction direction) {
        double best = Double.NaN;
        for (int row = 0; row < rows(); row++) {
            double mean = mean(row);
            best = Double.isNaN(best) || direction.isBetter(mean, best) ? mean : best;
        }
        return best;
    }

    double mean(int row) {
        double sum = 0;
        for (int repeat = 0; repeat < repeats(row); repeat++) {
            sum += value(row, repeat);
        }
        return sum / repeats(row);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated numbers. */
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
