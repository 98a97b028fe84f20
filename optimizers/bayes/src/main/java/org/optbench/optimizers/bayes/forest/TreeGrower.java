package org.optbench.optimizers.bayes.forest;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.forest.RegressionTree.Split;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;

/**
 * Grows one tree. Every coordinate keeps its own sorted list of the observations; a split parts each list stably, so nothing is sorted
 * again and a level costs O(n) for each coordinate.
 */
final class TreeGrower {
    private static final double LEAST_GAIN = 1e-12;

    private final CoordinateKind[] kinds;
    private final double[][] columns;
    private final int[][] lists;
    private final double[] y;
    private final int[] counts;
    private final RegressionForest.Growth growth;
    private final RandomGenerator random;
    private final RegressionTree tree;
    private final boolean[] goesLeft;
    private final int[] buffer;
    private final int[] coordinates;

    TreeGrower(CoordinateKind[] kinds, double[][] columns, int[][] sorted, double[] y, int[] counts, RegressionForest.Growth growth,
            RandomGenerator random) {
        this.kinds = kinds;
        this.columns = columns;
        this.y = y;
        this.counts = counts;
        this.growth = growth;
        this.random = random;
        tree = new RegressionTree(kinds);
        goesLeft = new boolean[y.length];
        buffer = new int[y.length];
        lists = new int[kinds.length][];
        for (int k = 0; k < kinds.length; k++) {
            int[] kept = new int[y.length];
            int size = 0;
            for (int i : sorted[k]) {
                if (counts[i] > 0) {
                    kept[size++] = i;
                }
            }
            lists[k] = Arrays.copyOf(kept, size);
        }
        coordinates = new int[kinds.length];
        Arrays.setAll(coordinates, k -> k);
    }

    RegressionTree grow() {
        int root = newNode(0, lists[0].length);
        grow(root, 0, lists[0].length);
        return tree;
    }

    private int newNode(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int p = from; p < to; p++) {
            int i = lists[0][p];
            sum += counts[i] * y[i];
            count += counts[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int p = from; p < to; p++) {
            int i = lists[0][p];
            squares += counts[i] * (y[i] - mean) * (y[i] - mean);
        }
        return tree.add(mean, squares / count);
    }

    private void grow(int node, int from, int to) {
        if (to - from < 2 || total(from, to) < growth.leastSplit() || tree.variance(node) <= 0) {
            return;
        }
        Optional<Split> best = bestSplit(from, to);
        if (best.isEmpty()) {
            return;
        }
        Split split = best.get();
        int middle = part(split, from, to);
        int left = newNode(from, middle);
        int right = newNode(middle, to);
        tree.split(node, split, left);
        grow(left, from, middle);
        grow(right, middle, to);
    }

    private int total(int from, int to) {
        int count = 0;
        for (int p = from; p < to; p++) {
            count += counts[lists[0][p]];
        }
        return count;
    }

    private Optional<Split> bestSplit(int from, int to) {
        int tried = Math.max(1, (int) Math.round(growth.features() * coordinates.length));
        Optional<Split> best = Optional.empty();
        for (int t = 0; t < coordinates.length && (t < tried || best.isEmpty()); t++) {
            int swap = t + random.nextInt(coordinates.length - t);
            int k = coordinates[swap];
            coordinates[swap] = coordinates[t];
            coordinates[t] = k;
            double required = best.map(Split::gain).orElse(LEAST_GAIN);
            Optional<Split> split = kinds[k].categorical() ? categoricalSplit(k, from, to, required) : numericSplit(k, from, to, required);
            best = split.isPresent() ? split : best;
        }
        return best;
    }

    private Optional<Split> numericSplit(int k, int from, int to, double required) {
        int[] list = lists[k];
        double[] column = columns[k];
        if (column[list[from]] == column[list[to - 1]]) {
            return Optional.empty();
        }
        double total = 0;
        int count = 0;
        for (int p = from; p < to; p++) {
            total += counts[list[p]] * y[list[p]];
            count += counts[list[p]];
        }
        double base = total * total / count;
        double sum = 0;
        int below = 0;
        int bestAt = -1;
        double bestGain = required;
        for (int p = from; p + 1 < to; p++) {
            int i = list[p];
            sum += counts[i] * y[i];
            below += counts[i];
            if (column[i] < column[list[p + 1]]) {
                double rest = total - sum;
                double gain = sum * sum / below + rest * rest / (count - below) - base;
                if (gain > bestGain) {
                    bestGain = gain;
                    bestAt = p;
                }
            }
        }
        if (bestAt < 0) {
            return Optional.empty();
        }
        double low = column[list[bestAt]];
        double high = column[list[bestAt + 1]];
        double threshold = low < 0 ? 0.5 * low : low + (high - low) * random.nextDouble(); // inactive against all numbers
        return Optional.of(new Split(k, Math.min(threshold, Math.nextDown(high)), 0, bestGain));
    }

    /** The best of the splits of the choices in the order of their mean, which holds the best of all (Breiman et al. 1984, theorem 4.5). */
    private Optional<Split> categoricalSplit(int k, int from, int to, double required) {
        double[] sums = new double[64];
        int[] sizes = new int[64];
        double total = 0;
        int count = 0;
        for (int p = from; p < to; p++) {
            int i = lists[k][p];
            int slot = (int) columns[k][i] + 1 & 63;
            sums[slot] += counts[i] * y[i];
            sizes[slot] += counts[i];
            total += counts[i] * y[i];
            count += counts[i];
        }
        Integer[] slots = new Integer[64];
        Arrays.setAll(slots, s -> s);
        Arrays.sort(slots, (a, b) -> Double.compare(sizes[a] == 0 ? Double.MAX_VALUE : sums[a] / sizes[a],
                sizes[b] == 0 ? Double.MAX_VALUE : sums[b] / sizes[b]));
        double base = total * total / count;
        double sum = 0;
        int below = 0;
        long mask = 0;
        long bestMask = 0;
        double bestGain = required;
        for (int s = 0; s < 63 && below + sizes[slots[s]] < count; s++) {
            sum += sums[slots[s]];
            below += sizes[slots[s]];
            mask |= 1L << slots[s];
            double rest = total - sum;
            double gain = sum * sum / below + rest * rest / (count - below) - base;
            if (gain > bestGain) {
                bestGain = gain;
                bestMask = mask;
            }
        }
        if (bestMask == 0) {
            return Optional.empty();
        }
        for (int s = 0; s < 64; s++) { // choices that were not seen here go either way
            if (sizes[s] == 0 && random.nextBoolean()) {
                bestMask |= 1L << s;
            }
        }
        return Optional.of(new Split(k, 0, bestMask, bestGain));
    }

    private int part(Split split, int from, int to) {
        for (int p = from; p < to; p++) {
            int i = lists[0][p];
            goesLeft[i] = Split.goesLeft(kinds[split.feature()], columns[split.feature()][i], split.threshold(), split.choices());
        }
        int middle = from;
        for (int[] list : lists) {
            int left = from;
            int right = 0;
            for (int p = from; p < to; p++) {
                int i = list[p];
                if (goesLeft[i]) {
                    list[left++] = i;
                } else {
                    buffer[right++] = i;
                }
            }
            System.arraycopy(buffer, 0, list, left, right);
            middle = left;
        }
        return middle;
    }
}
