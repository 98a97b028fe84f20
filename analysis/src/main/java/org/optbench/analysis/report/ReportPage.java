package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.Criterion;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.Slice;
import org.optbench.analysis.TaskInfo;
import org.optbench.analysis.stats.VarghaDelaney;

/**
 * What the template shows, all of it text or ready numbers.
 *
 * @param input     the input
 * @param summary   findings
 * @param slices    groups of tasks, all tasks first
 * @param tasks     a row per task
 * @param strength  ratings; empty without a ranking
 * @param portfolio what each optimizer adds; empty without targets
 * @param style     style sheets
 * @param script    scripts
 * @param data      numbers of the charts: JSON, gzip, base64
 */
public record ReportPage(ReportInput input, List<Sentence> summary, List<SliceView> slices, List<TaskRow> tasks,
        Optional<StrengthView> strength, Optional<PortfolioView> portfolio, String style, String script, String data) {

    /**
     * A group of tasks.
     *
     * @param id      unique in the page
     * @param slice   the group
     * @param ranking empty when there is nothing to compare
     * @param diagram critical-difference diagram as SVG; empty without a ranking
     * @param rows    optimizers from best to worst; empty without a ranking
     * @param note    what was left out; may be empty
     * @param targets fixed-target view; empty when no target was attained
     */
    public record SliceView(String id, Slice slice, Optional<Ranking> ranking, String diagram, List<RankRow> rows, String note,
            Optional<TargetsView> targets) {
    }

    /**
     * An optimizer in a ranking; texts are ready to show.
     *
     * @param optimizer index in the table
     * @param name      its name
     * @param rank      mean rank
     * @param letters   groups it belongs to: two optimizers that share no letter differ
     * @param wins      tasks won
     * @param targets   share of targets attained; a dash without targets
    * @param anytime   share of the logarithmic effort axis that lies behind the attainment of a target, mean over targets; a dash without targets
     * @param aocc      area over the convergence curve, mean over the tasks with bounds; a dash without
     * @param p         adjusted p-value against the best; a dash for the best itself
     * @param effect    mean A12 of the best against it
     * @param failures  failed trials
     * @param suggest   median time of a suggestion
     */
    public record RankRow(int optimizer, String name, String rank, String letters, String wins, String targets, String anytime, String aocc, String p,
            String effect,
            String failures, String suggest) {
    }

    /**
     * A task in the list of tasks.
     *
     * @param index    index in the table
     * @param task     the task
     * @param best     optimizer with the best aggregated value
     * @param value    that value as text: the regret where the optimum is known, else in the task's own direction
     * @param order    the same as a number for sorting
     * @param runs     runs
     * @param failures failed trials
     */
    public record TaskRow(int index, TaskInfo task, String best, String value, double order, long runs, int failures) {
    }

    static List<SliceView> slices(PerformanceTable table, Policies policies) {
        List<SliceView> views = new ArrayList<>();
        for (Slice slice : Slice.of(table)) {
            Optional<Ranking> ranking = Ranking.of(table, slice.tasks(), policies);
            String diagram = ranking.map(r -> diagram(slice, r)).orElse("");
            List<RankRow> rows = ranking.map(r -> rows(table, slice, r)).orElse(List.of());
            String note = ranking.map(Ranking::dropped).filter(dropped -> dropped.length > 0)
                    .map(dropped -> Format.plural(dropped.length, "task")
                            + (policies.criterion() == Criterion.FINAL ? " left out because an optimizer has no run there."
                                    : " left out because an optimizer has no run there or no bounds are stored."))
                    .orElse("");
            views.add(new SliceView("s" + views.size(), slice, ranking, diagram, rows, note, TargetsView.of(table, slice.tasks())));
        }
        return views;
    }

    private static String diagram(Slice slice, Ranking ranking) {
        boolean nemenyi = ranking.policies().postHoc() == Policies.PostHoc.NEMENYI;
        String order = String.join(", ", ranking.groups().order().stream()
                .map(o -> ranking.optimizers().get(o) + " " + Format.fixed(ranking.meanRanks()[o], 2)).toList());
        return CdDiagram.svg(ranking.groups(), ranking.optimizers(), nemenyi ? ranking.criticalDifference() : OptionalDouble.empty(),
                "Critical-difference diagram, " + slice.label() + ". Mean ranks: " + order);
    }

    private static List<RankRow> rows(PerformanceTable table, Slice slice, Ranking ranking) {
        int best = ranking.groups().order().getFirst();
        List<RankRow> rows = new ArrayList<>();
        for (int o : ranking.groups().order()) {
            double effect = ranking.effects()[best][o];
            rows.add(new RankRow(o, ranking.optimizers().get(o), Format.fixed(ranking.meanRanks()[o], 2), ranking.letters(ranking.position(o)),
                    Format.wins(ranking.wins()[o]), targets(table, slice, o), anytime(table, slice, o), aocc(table, slice, o),
                    o == best || ranking.tasks().length < 2 ? "-" : Format.p(ranking.pValues()[best][o]).replace("p = ", "").replace("p ", ""),
                    o == best ? "-" : Format.fixed(effect, 2) + " " + VarghaDelaney.magnitude(effect).name().toLowerCase(java.util.Locale.ROOT),
                    Format.count(Arrays.stream(slice.tasks()).mapToLong(t -> table.failures(o, t)).sum()), suggest(table, slice, o)));
        }
        return rows;
    }

    private static String targets(PerformanceTable table, Slice slice, int optimizer) {
        long reached = 0;
        long all = 0;
        for (int t : slice.tasks()) {
            for (int target = 0; target < table.tasks().get(t).targets().size(); target++) {
                double[] hits = table.hits(optimizer, t, target);
                all += hits.length;
                reached += Arrays.stream(hits).filter(Double::isFinite).count();
            }
        }
        return all == 0 ? "-" : Format.fixed(100.0 * reached / all, 1) + " %";
    }

    /** Area under the distribution of runtimes along the effort axis of each task. */
    private static String anytime(PerformanceTable table, Slice slice, int optimizer) {
        double sum = 0;
        long all = 0;
        for (int t : slice.tasks()) {
            TaskInfo task = table.tasks().get(t);
            double from = table.start(t);
            for (int target = 0; target < task.targets().size(); target++) {
                for (double hit : table.hits(optimizer, t, target)) {
                    sum += Math.clamp(Math.log(task.budget() / hit) / Math.log(task.budget() / from), 0.0, 1.0);
                    all++;
                }
            }
        }
        return all == 0 ? "-" : Format.fixed(sum / all, 3);
    }

    private static String aocc(PerformanceTable table, Slice slice, int optimizer) {
        OptionalDouble mean = Arrays.stream(slice.tasks()).mapToObj(t -> table.areas(optimizer, t)).flatMapToDouble(Arrays::stream)
                .filter(area -> !Double.isNaN(area)).average();
        return mean.isEmpty() ? "-" : Format.fixed(1 - mean.getAsDouble(), 3);
    }

    private static String suggest(PerformanceTable table, Slice slice, int optimizer) {
        double[] seconds = Arrays.stream(slice.tasks()).mapToObj(t -> table.suggestSeconds(optimizer, t)).flatMapToDouble(Arrays::stream)
                .filter(s -> !Double.isNaN(s)).toArray();
        return seconds.length == 0 ? "-" : Format.duration(Aggregation.MEDIAN.of(seconds));
    }

    static List<TaskRow> tasks(PerformanceTable table, Aggregation aggregation) {
        List<TaskRow> rows = new ArrayList<>();
        for (int t = 0; t < table.tasks().size(); t++) {
            TaskInfo task = table.tasks().get(t);
            int index = t;
            double best = Double.POSITIVE_INFINITY;
            String name = "-";
            for (int o = 0; o < table.optimizers().size(); o++) {
                double[] values = table.finalValues(o, t);
                double value = values.length == 0 ? Double.POSITIVE_INFINITY : aggregation.of(values);
                if (value < best) {
                    best = value;
                    name = table.optimizers().get(o);
                }
            }
            double own = Curves.shown(best, task);
            rows.add(new TaskRow(t, task, name, Double.isInfinite(best) ? "-" : Format.number(own), Double.isInfinite(own) ? 1e308 : own,
                    IntStream.range(0, table.optimizers().size()).mapToLong(o -> table.runs(o, index)).sum(),
                    IntStream.range(0, table.optimizers().size()).map(o -> table.failures(o, index)).sum()));
        }
        return rows;
    }

    /** Group a row of the list of tasks is shown with. */
    public String slicesOf(int task) {
        StringBuilder ids = new StringBuilder();
        for (SliceView view : slices) {
            if (Arrays.stream(view.slice().tasks()).anyMatch(t -> t == task)) {
                ids.append(view.id()).append(' ');
            }
        }
        return ids.toString().trim();
    }

    /** Text of a mean A12 with a star when the pair differs. */
    public String effect(Ranking ranking, int row, int column) {
        return Format.fixed(ranking.effects()[row][column], 2) + (ranking.pValues()[row][column] <= ranking.policies().alpha() ? "*" : "");
    }

    /** Class of a cell of the pairwise table: how far its A12 is from one half. */
    public String shade(Ranking ranking, int row, int column) {
        double effect = ranking.effects()[row][column];
        String side = effect >= 0.5 ? "b" : "w";
        return side + switch (VarghaDelaney.magnitude(effect)) {
            case NEGLIGIBLE -> 0;
            case SMALL -> 1;
            case MEDIUM -> 2;
            case LARGE -> 3;
        };
    }

    /** Tooltip of a cell of the pairwise table. */
    public String pairText(Ranking ranking, int row, int column) {
        return ranking.optimizers().get(row) + " against " + ranking.optimizers().get(column) + ": mean A12 "
                + Format.fixed(ranking.effects()[row][column], 3) + ", adjusted " + Format.p(ranking.pValues()[row][column]);
    }

    /** A count for the tiles at the top. */
    public String count(long value) {
        return Format.count(value);
    }

    /** A number of the tables. */
    public String number(double value) {
        return Format.number(value);
    }
}
