package org.optbench.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.optbench.analysis.stats.Ranks;
import org.optbench.analysis.stats.TiePolicy;
import org.optbench.optimizer.support.Score;

/**
 * The choice of one configuration for many tasks: the candidate with the smallest mean rank over the tasks; of equal ones the first. Candidate 0 is the
 * default, which therefore stays unless another is better.
 *
 * @param ranks {@code [tasks][candidates]}, 1 for the best candidate on the task, ties averaged
 */
@SuppressWarnings("ArrayRecordComponent")
record Calibration(double[][] ranks) {

    /**
     * How candidates chosen on all tasks but one compare with the default on the task left out, for each task in turn.
     *
     * @param better tasks on which the chosen one is better than the default
     * @param equal  tasks on which it is as good, or is the default
     * @param worse  tasks on which the default is better
     */
    record Transfer(int better, int equal, int worse) {
    }

    Calibration {
        if (ranks.length == 0 || ranks[0].length == 0 || Arrays.stream(ranks).anyMatch(row -> row.length != ranks[0].length)) {
            throw new IllegalArgumentException("Ranks of " + ranks.length + " tasks: at least one task and, on each, the same candidates are needed.");
        }
    }

    /** @param scores by task, then by candidate; those of a task comparable with each other */
    static Calibration of(List<List<Score>> scores) {
        return new Calibration(scores.stream().map(Calibration::ranked).toArray(double[][]::new));
    }

    private static double[] ranked(List<Score> scores) {
        double[] betterOnes = scores.stream().mapToDouble(score -> scores.stream().filter(other -> other.isBetterThan(score)).count()).toArray();
        return Ranks.of(betterOnes, TiePolicy.AVERAGE);
    }

    /** Mean over the tasks, in [1, number of candidates]. */
    double meanRank(int candidate) {
        return sum(candidate, -1) / ranks.length;
    }

    /** Index of the calibrated default. */
    int chosen() {
        return chosenWithout(-1);
    }

    /** All candidates from the best to the worst; equal ones in their order. */
    List<Integer> order() {
        return IntStream.range(0, ranks[0].length).boxed().sorted(Comparator.comparingDouble(candidate -> sum(candidate, -1))).toList();
    }

    /** Whether the choice also helps on tasks that had no part in it; needs at least two tasks to say anything. */
    Transfer transfer() {
        int[] counts = new int[3];
        for (int task = 0; task < ranks.length; task++) {
            double chosen = ranks[task][chosenWithout(task)];
            counts[1 + Double.compare(chosen, ranks[task][0])]++;
        }
        return new Transfer(counts[0], counts[1], counts[2]);
    }

    private int chosenWithout(int task) {
        int best = 0;
        for (int candidate = 1; candidate < ranks[0].length; candidate++) {
            best = sum(candidate, task) < sum(best, task) ? candidate : best;
        }
        return best;
    }

    /** Ranks are multiples of one half, so that sums of equal ones are equal. */
    private double sum(int candidate, int leftOut) {
        double sum = 0;
        for (int task = 0; task < ranks.length; task++) {
            sum += task == leftOut ? 0 : ranks[task][candidate];
        }
        return sum;
    }
}
