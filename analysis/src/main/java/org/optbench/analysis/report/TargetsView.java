package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.TargetEffort;
import org.optbench.analysis.TaskInfo;
import org.optbench.analysis.fixedtarget.ExpectedRunningTime;
import org.optbench.analysis.fixedtarget.Profiles;

/**
 * The fixed-target view of a group of tasks.
 *
 * @param targets     pairs of task and target that anybody attained
 * @param unattained  pairs that nobody attained
 * @param rows        optimizers, by the score of their performance profile, best first
 * @param restarts    share of all pairs attained within an effort, unsuccessful runs continued by simulated restarts
 * @param performance performance profile of the expected efforts
 * @param data        data profile of the expected efforts; empty unless evaluations are counted
 */
public record TargetsView(int targets, int unattained, List<Row> rows, Curves restarts, Curves performance, Optional<Curves> data) {

    private static final int POINTS = 100;
    private static final int SIMULATIONS = 20;
    private static final double BEYOND = 10;
    private static final double MOST_RATIO = 1000;
    private static final double CREDIT = 4;

    /**
     * An optimizer; texts are ready to show.
     *
     * @param optimizer index in the table
     * @param name      its name
     * @param share     share of the targets for which its expected effort is the smallest, in [0, 1]
     * @param solved    share of the targets that any of its runs attained
     * @param fastest   the same as share
     * @param within    share of the targets within twice the smallest expected effort
     * @param score     area under its performance profile up to a ratio of 4
     * @param success   mean success rate over the targets
     */
    public record Row(int optimizer, String name, double share, String solved, String fastest, String within, String score, String success) {
    }

    /** The view of some tasks of a table; empty when nobody attained any target. */
    static Optional<TargetsView> of(PerformanceTable table, int[] tasks) {
        double[][] efforts = TargetEffort.expected(table, tasks);
        if (efforts.length == 0) {
            return Optional.empty();
        }
        int k = table.optimizers().size();
        double[][] ratios = Profiles.ratios(efforts);
        int all = Arrays.stream(tasks).map(t -> table.tasks().get(t).targets().size()).sum();
        double[] scores = IntStream.range(0, k).mapToDouble(o -> Profiles.score(ratios, o, CREDIT)).toArray();
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, k).boxed().sorted((a, b) -> Double.compare(scores[b], scores[a])).forEach(o -> rows.add(new Row(o, table.optimizers().get(o),
                share(ratios, o, 1), PortfolioView.percent(share(ratios, o, Double.MAX_VALUE)), PortfolioView.percent(share(ratios, o, 1)),
                PortfolioView.percent(share(ratios, o, 2)), Format.fixed(scores[o], 3), PortfolioView.percent(successRate(table, tasks, o)))));
        return Optional.of(new TargetsView(efforts.length, all - efforts.length, List.copyOf(rows), restarts(table, tasks), performance(ratios),
                table.effort().isCount() ? Optional.of(data(efforts, TargetEffort.dimensions(table, tasks))) : Optional.empty()));
    }

    private static double share(double[][] ratios, int optimizer, double tau) {
        return Arrays.stream(ratios).filter(row -> row[optimizer] <= tau).count() / (double) ratios.length;
    }

    private static double successRate(PerformanceTable table, int[] tasks, int optimizer) {
        double sum = 0;
        int count = 0;
        for (int t : tasks) {
            for (int target = 0; target < table.tasks().get(t).targets().size(); target++) {
                double[] hits = table.hits(optimizer, t, target);
                if (hits.length > 0 && TargetEffort.isAttained(table, t, target)) {
                    sum += Arrays.stream(hits).filter(Double::isFinite).count() / (double) hits.length;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static Curves performance(double[][] ratios) {
        double largest = Arrays.stream(ratios).flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(1);
        double[] x = Curves.grid(1, Math.clamp(largest, 10, MOST_RATIO), POINTS);
        double[][] y = new double[ratios[0].length][x.length];
        for (int o = 0; o < y.length; o++) {
            int optimizer = o;
            y[o] = Curves.shares(x, Arrays.stream(ratios).mapToDouble(row -> row[optimizer]).toArray());
        }
        return new Curves(x, y);
    }

    private static Curves data(double[][] efforts, int[] dimensions) {
        double[][] kappas = new double[efforts[0].length][efforts.length];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int p = 0; p < efforts.length; p++) {
            for (int o = 0; o < kappas.length; o++) {
                kappas[o][p] = efforts[p][o] / (dimensions[p] + 1.0);
                if (Double.isFinite(kappas[o][p]) && kappas[o][p] > 0) {
                    least = Math.min(least, kappas[o][p]);
                    most = Math.max(most, kappas[o][p]);
                }
            }
        }
        double[] x = Curves.grid(Math.min(least, most / 10), most, POINTS);
        return new Curves(x, Arrays.stream(kappas).map(row -> Curves.shares(x, row)).toArray(double[][]::new));
    }

    private static Curves restarts(PerformanceTable table, int[] tasks) {
        int[] withTargets = Arrays.stream(tasks).filter(t -> !table.tasks().get(t).targets().isEmpty()).toArray();
        double last = Arrays.stream(withTargets).mapToDouble(t -> table.tasks().get(t).budget() / Curves.divisor(table, t)).max().orElseThrow();
        double first = Arrays.stream(withTargets).mapToDouble(t -> table.start(t) / Curves.divisor(table, t)).min().orElseThrow();
        double[] x = Curves.grid(first, last * BEYOND, POINTS);
        double[][] y = new double[table.optimizers().size()][];
        for (int o = 0; o < y.length; o++) {
            // Fixed by the optimizer: the same runs give the same curve.
            SplittableRandom random = new SplittableRandom(table.optimizers().get(o).hashCode());
            List<double[]> runtimes = new ArrayList<>();
            for (int t : withTargets) {
                TaskInfo task = table.tasks().get(t);
                for (int target = 0; target < task.targets().size(); target++) {
                    TargetEffort.Sample sample = TargetEffort.sample(table, o, t, target);
                    double[] restarted = new double[SIMULATIONS];
                    Arrays.fill(restarted, Double.POSITIVE_INFINITY);
                    if (sample.hits().length > 0) {
                        restarted = ExpectedRunningTime.simulatedRestarts(sample.hits(), sample.spent(), SIMULATIONS, random);
                    }
                    for (int i = 0; i < SIMULATIONS; i++) {
                        restarted[i] /= Curves.divisor(table, t);
                    }
                    runtimes.add(restarted);
                }
            }
            y[o] = Curves.shares(x, runtimes.stream().flatMapToDouble(Arrays::stream).toArray());
        }
        return new Curves(x, y);
    }
}
