package org.optbench.subsets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The cheapest set of tasks whose ranking of the optimizers agrees with the full set's with a given probability.
 *
 * <p>
 * The probability is over the seeds of the runs: in each replicate every task's runs are drawn again with replacement, the optimizers ranked
 * on the drawn means, and the order of the mean ranks on the subset compared with the order on the full set with all runs. Tasks are added
 * greedily by gain per cost and then removed again where they are not needed; the probability is confirmed on replicates not used for the
 * choice. The problem is a covering problem and NP-hard: the result is good, not proven cheapest.
 *
 * @param tasks positions, in the order in which they were taken
 * @param cost total cost
 * @param probability share of the replicates used for the choice that keep the ranking
 * @param confirmed the same on fresh replicates
 * @param path cost and probability after each task taken, for a picture
 */
public record RankingCover(int[] tasks, double cost, double probability, double confirmed, List<Point> path) {

    /** One step. */
    public record Point(int size, double cost, double probability) {
    }

    /** Copies. */
    public RankingCover {
        tasks = tasks.clone();
        path = List.copyOf(path);
    }

    /** A copy. */
    @Override
    public int[] tasks() {
        return tasks.clone();
    }

    /** Whether the probability asked for was reached on the replicates used for the choice. */
    public boolean reached(double asked) {
        return probability >= asked;
    }

    /**
     * Searches.
     *
     * @param runs {@code [n][m][s]}: task, optimizer, seed; smaller is better; the number of seeds may differ
     * @param costs cost of each task, positive
     * @param asked probability in (0, 1]
     * @param replicates replicates for the choice, and as many to confirm; 200 is usual
     */
    public static RankingCover find(double[][][] runs, double[] costs, double asked, int replicates, long seed) {
        check(runs, costs, asked, replicates);
        int n = runs.length;
        int m = runs[0].length;
        double[] full = Ranks.mean(means(runs), Points.all(n));
        SplittableRandom random = new SplittableRandom(seed);
        float[][] first = draw(runs, replicates, random);
        float[][] second = draw(runs, replicates, random);
        int[][] pairs = pairs(full, m);
        Greedy g = new Greedy(first, pairs, m, replicates, costs);
        List<Point> path = new ArrayList<>();
        double probability = 0.0;
        while (probability < asked && g.chosen.size() < n) {
            g.add();
            probability = g.probability();
            path.add(new Point(g.chosen.size(), g.cost(), probability));
        }
        g.prune(asked);
        int[] tasks = g.chosen.stream().mapToInt(t -> t).toArray();
        Greedy confirm = new Greedy(second, pairs, m, replicates, costs);
        for (int t : tasks) {
            confirm.take(t);
        }
        return new RankingCover(tasks, g.cost(), g.probability(), confirm.probability(), path);
    }

    private static void check(double[][][] runs, double[] costs, double asked, int replicates) {
        if (runs.length == 0 || runs[0].length < 2 || costs.length != runs.length) {
            throw new IllegalArgumentException("runs has " + runs.length + " tasks, costs " + costs.length
                    + ": at least one task, two optimizers and one cost per task. Maybe tasks were filtered?");
        }
        if (!(asked > 0.0 && asked <= 1.0) || replicates < 1) {
            throw new IllegalArgumentException("probability is " + asked + ", replicates " + replicates
                    + ": the probability must lie in (0, 1], with at least one replicate. Maybe 0.95 and 200?");
        }
        for (int t = 0; t < runs.length; t++) {
            if (runs[t].length != runs[0].length || !(costs[t] > 0.0)) {
                throw new IllegalArgumentException("task " + t + " has " + runs[t].length + " optimizers and costs " + costs[t]
                        + ": all tasks need the same optimizers and a positive cost. Maybe runs are missing?");
            }
            for (double[] s : runs[t]) {
                if (s.length == 0 || !Arrays.stream(s).allMatch(Double::isFinite)) {
                    throw new IllegalArgumentException("task " + t + " has an optimizer with runs " + Arrays.toString(s)
                            + ": at least one run, all finite. Maybe give failed runs the worst value?");
                }
            }
        }
    }

    private static double[][] means(double[][][] runs) {
        return Arrays.stream(runs)
                .map(t -> Arrays.stream(t).mapToDouble(s -> Arrays.stream(s).average().orElseThrow()).toArray()).toArray(double[][]::new);
    }

    /** Ranks {@code [task][replicate * m + optimizer]} on drawn means. */
    private static float[][] draw(double[][][] runs, int replicates, SplittableRandom random) {
        int m = runs[0].length;
        float[][] ranks = new float[runs.length][replicates * m];
        double[] mean = new double[m];
        for (int t = 0; t < runs.length; t++) {
            for (int b = 0; b < replicates; b++) {
                for (int j = 0; j < m; j++) {
                    double[] s = runs[t][j];
                    double sum = 0.0;
                    for (int i = 0; i < s.length; i++) {
                        sum += s[random.nextInt(s.length)];
                    }
                    mean[j] = sum / s.length;
                }
                double[] r = Ranks.of(mean);
                for (int j = 0; j < m; j++) {
                    ranks[t][b * m + j] = (float) r[j];
                }
            }
        }
        return ranks;
    }

    /** Pairs (better, worse) of the full ranking; tied ones need not be kept. */
    private static int[][] pairs(double[] full, int m) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                if (full[a] < full[b] - 1e-12) {
                    pairs.add(new int[]{a, b});
                }
            }
        }
        return pairs.toArray(int[][]::new);
    }

    private static final class Greedy {
        private final float[][] ranks;
        private final int[][] pairs;
        private final int m;
        private final int replicates;
        private final double[] costs;
        private final double[] sum;
        private final List<Integer> chosen = new ArrayList<>();
        private final boolean[] taken;

        Greedy(float[][] ranks, int[][] pairs, int m, int replicates, double[] costs) {
            this.ranks = ranks;
            this.pairs = pairs;
            this.m = m;
            this.replicates = replicates;
            this.costs = costs;
            sum = new double[replicates * m];
            taken = new boolean[ranks.length];
        }

        double cost() {
            return chosen.stream().mapToDouble(t -> costs[t]).sum();
        }

        void take(int t) {
            taken[t] = true;
            chosen.add(t);
            shift(t, 1.0);
        }

        private void shift(int t, double sign) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * ranks[t][i];
            }
        }

        /** Takes the task with the largest gain in kept pairs (margins of up to half a rank count in part) per cost. */
        void add() {
            double before = score(-1);
            int best = -1;
            double bestGain = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < ranks.length; t++) {
                if (!taken[t]) {
                    double gain = score(t) - before;
                    gain = gain > 0.0 ? gain / costs[t] : gain * costs[t];
                    if (gain > bestGain) {
                        bestGain = gain;
                        best = t;
                    }
                }
            }
            take(best);
        }

        private double score(int extra) {
            double score = 0.0;
            double size = chosen.size() + (extra >= 0 ? 1.0 : 0.0);
            if (size == 0.0) {
                return 0.0;
            }
            for (int b = 0; b < replicates; b++) {
                int at = b * m;
                for (int[] p : pairs) {
                    double margin = sum[at + p[1]] - sum[at + p[0]];
                    if (extra >= 0) {
                        margin += ranks[extra][at + p[1]] - ranks[extra][at + p[0]];
                    }
                    score += (margin > 1e-6 ? 1.0 : 0.0) + 0.2 * Math.max(-0.5, Math.min(0.5, margin / size));
                }
            }
            return score;
        }

        double probability() {
            int kept = 0;
            for (int b = 0; b < replicates; b++) {
                boolean all = !chosen.isEmpty();
                for (int[] p : pairs) {
                    all &= sum[b * m + p[1]] - sum[b * m + p[0]] > 1e-6;
                }
                kept += all ? 1 : 0;
            }
            return (double) kept / replicates;
        }

        /** Drops tasks, dearest first, while the probability holds. */
        void prune(double asked) {
            if (probability() < asked) {
                return;
            }
            List<Integer> order = new ArrayList<>(chosen);
            order.sort((a, b) -> Double.compare(costs[b], costs[a]));
            for (Integer t : order) {
                if (chosen.size() > 1) {
                    chosen.remove(t);
                    shift(t, -1.0);
                    if (probability() < asked) {
                        chosen.add(t);
                        shift(t, 1.0);
                    } else {
                        taken[t] = false;
                    }
                }
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RankingCover c && Arrays.equals(tasks, c.tasks) && cost == c.cost && probability == c.probability
                && confirmed == c.confirmed && path.equals(c.path);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tasks) * 31 + Double.hashCode(cost);
    }

    @Override
    public String toString() {
        return "RankingCover[tasks=" + Arrays.toString(tasks) + ", cost=" + cost + ", probability=" + probability + ", confirmed="
                + confirmed + "]";
    }
}
