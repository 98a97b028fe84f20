package org.optbench.analysis.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.Ratings;
import org.optbench.analysis.SeedsNeeded;
import org.optbench.analysis.TargetEffort;
import org.optbench.analysis.TaskInfo;
import org.optbench.analysis.fixedtarget.Profiles;
import org.optbench.analysis.stats.BayesianComparison;
import org.optbench.analysis.stats.BayesianSignedRank;
import org.optbench.analysis.stats.VarghaDelaney;
import org.optbench.model.Direction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Performance tables and what follows from them as Tablesaw tables. Values of tasks are in the tasks' own directions; what is missing or infinite, such as
 * the effort of a target that was never attained, is a missing value.
 */
public final class AnalysisTables {

    private static final double MOST_RATIO = 4;
    private static final int SIMULATIONS = 200;
    private static final int BAYES_SAMPLES = 10_000;
    /** Distance of A12 from one half that Vargha and Delaney call negligible. */
    private static final double NEGLIGIBLE = 0.06;

    private AnalysisTables() {
    }

    /** One row a run: its final value, regret and normalised value, anytime performance, effort, times and failures. */
    public static Table runs(PerformanceTable table) {
        TableBuilder rows = new TableBuilder("runs").text("optimizer", "task", "type", "family").whole("dimension", "seed")
                .number("budget", "effort", "value", "regret", "normalised", "aocc", "seconds", "suggest_seconds");
        eachCell(table, (o, t) -> {
            TaskInfo task = table.tasks().get(t);
            long[] seeds = table.seeds(o, t);
            double[] values = table.finalValues(o, t);
            double[] spent = table.spent(o, t);
            double[] areas = table.areas(o, t);
            double[] seconds = table.seconds(o, t);
            double[] suggest = table.suggestSeconds(o, t);
            for (int i = 0; i < seeds.length; i++) {
                double value = values[i];
                double regret = task.optimum().isPresent() ? value - task.direction().toMinimize(task.optimum().getAsDouble()) : Double.NaN;
                rows.add(table.optimizers().get(o), task.id(), task.type(), task.family(), task.dimension(), seeds[i], task.budget(), spent[i],
                        task.direction().toMinimize(value), regret, task.bounds().map(b -> b.normalise(value)).orElse(Double.NaN), 1 - areas[i],
                        seconds[i], suggest[i]);
            }
        });
        return rows.build();
    }

    /** One row a run and point of the effort grid: the incumbent. */
    public static Table incumbents(PerformanceTable table) {
        TableBuilder rows = new TableBuilder("incumbents").text("optimizer", "task").whole("seed").number("effort", "value");
        eachCell(table, (o, t) -> {
            Direction direction = table.tasks().get(t).direction();
            long[] seeds = table.seeds(o, t);
            double[] efforts = table.efforts(t);
            for (int g = 0; g < efforts.length; g++) {
                double[] values = table.valuesAt(o, t, g);
                for (int i = 0; i < seeds.length; i++) {
                    rows.add(table.optimizers().get(o), table.tasks().get(t).id(), seeds[i], efforts[g], direction.toMinimize(values[i]));
                }
            }
        });
        return rows.build();
    }

    /** One row a task, one column an optimizer: the aggregated final value. */
    public static Table performance(PerformanceTable table, Aggregation aggregation) {
        Table wide = Table.create("performance");
        wide.addColumns(StringColumn.create("task", table.tasks().stream().map(TaskInfo::id).toList()),
                StringColumn.create("type", table.tasks().stream().map(TaskInfo::type).toList()),
                StringColumn.create("family", table.tasks().stream().map(TaskInfo::family).toList()),
                StringColumn.create("measure", table.tasks().stream().map(TaskInfo::measure).toList()));
        for (int o = 0; o < table.optimizers().size(); o++) {
            DoubleColumn column = DoubleColumn.create(table.optimizers().get(o));
            for (int t = 0; t < table.tasks().size(); t++) {
                double value = table.runs(o, t) == 0 ? Double.NaN : table.tasks().get(t).direction().toMinimize(aggregation.of(table.finalValues(o, t)));
                TableBuilder.append(column, value);
            }
            wide.addColumns(column);
        }
        return wide;
    }

    /** Optimizers from best to worst. Two that share no letter of their groups differ. */
    public static Table ranking(PerformanceTable table, Ranking ranking) {
        TableBuilder rows = new TableBuilder("ranking").text("optimizer").number("mean_rank").text("groups").number("wins", "aocc", "p_against_best")
                .number("a12_of_best").text("effect").whole("failed_trials");
        int best = ranking.groups().order().getFirst();
        for (int o : ranking.groups().order()) {
            int optimizer = o;
            double[] areas = Arrays.stream(ranking.tasks()).mapToObj(t -> table.areas(optimizer, t)).flatMapToDouble(Arrays::stream)
                    .filter(a -> !Double.isNaN(a)).toArray();
            double effect = ranking.effects()[best][o];
            boolean itself = o == best;
            rows.add(ranking.optimizers().get(o), ranking.meanRanks()[o], ranking.letters(ranking.position(o)), ranking.wins()[o],
                    1 - Arrays.stream(areas).average().orElse(Double.NaN),
                    itself || ranking.tasks().length < 2 ? Double.NaN : ranking.pValues()[best][o], itself ? Double.NaN : effect,
                    itself ? "" : VarghaDelaney.magnitude(effect).name().toLowerCase(Locale.ROOT),
                    Arrays.stream(ranking.tasks()).mapToLong(t -> table.failures(optimizer, t)).sum());
        }
        return rows.build();
    }

    /** One row a pair of optimizers: effect, adjusted p-value, and the Bayesian signed-rank test with A12 within 0.06 of one half as equivalent. */
    public static Table pairs(PerformanceTable table, Ranking ranking) {
        TableBuilder rows = new TableBuilder("pairs").text("optimizer", "against").number("a12", "p_adjusted", "p_better", "p_equivalent", "p_worse");
        for (int a : ranking.groups().order()) {
            for (int b : ranking.groups().order()) {
                if (ranking.position(a) < ranking.position(b)) {
                    Optional<BayesianComparison> posterior = posterior(table, ranking, a, b);
                    rows.add(ranking.optimizers().get(a), ranking.optimizers().get(b), ranking.effects()[a][b], ranking.pValues()[a][b],
                            posterior.map(BayesianComparison::firstBetter).orElse(Double.NaN),
                            posterior.map(BayesianComparison::equivalent).orElse(Double.NaN),
                            posterior.map(BayesianComparison::secondBetter).orElse(Double.NaN));
                }
            }
        }
        return rows.build();
    }

    private static Optional<BayesianComparison> posterior(PerformanceTable table, Ranking ranking, int a, int b) {
        int[] tasks = ranking.tasks();
        if (tasks.length < 2 || tasks.length > 200) {
            return Optional.empty();
        }
        double[] differences = Arrays.stream(tasks).mapToDouble(t -> table.runs(a, t) == 0 || table.runs(b, t) == 0 ? 0
                : 0.5 - VarghaDelaney.a12(table.scores(ranking.policies().criterion(), a, t), table.scores(ranking.policies().criterion(), b, t)))
                .toArray();
        return Optional.of(BayesianSignedRank.compare(differences, NEGLIGIBLE, BAYES_SAMPLES, new SplittableRandom(20_260_101L + 31L * a + b)));
    }

    /**
     * One row an optimizer, task and target that anybody attained: expected effort with restarts and its percentiles, success rate, censored median, and
     * the best of two and of five runs side by side.
     */
    public static Table targets(PerformanceTable table) {
        TableBuilder rows = new TableBuilder("targets").text("optimizer", "task").number("target").whole("runs", "successes")
                .number("expected_effort", "restarts_p10", "restarts_p50", "restarts_p90", "median_effort", "best_of_2", "best_of_5", "success_of_2",
                        "success_of_5");
        for (int t = 0; t < table.tasks().size(); t++) {
            TaskInfo task = table.tasks().get(t);
            for (int target = 0; target < task.targets().size(); target++) {
                if (TargetEffort.isAttained(table, t, target)) {
                    for (TargetEffort effort : TargetEffort.of(table, t, target, SIMULATIONS)) {
                        rows.add(table.optimizers().get(effort.optimizer()), task.id(), task.targets().get(target), effort.expected().runs(),
                                effort.expected().successes(), effort.expected().value(), effort.dispersion().tenth(), effort.dispersion().median(),
                                effort.dispersion().ninetieth(), effort.median(), at(effort.bestOfEffort(), 2), at(effort.bestOfEffort(), 5),
                                at(effort.bestOfShare(), 2), at(effort.bestOfShare(), 5));
                    }
                }
            }
        }
        return rows.build();
    }

    private static double at(double[] values, int k) {
        return k <= values.length ? values[k - 1] : Double.NaN;
    }

    /** One row an optimizer: where it stands in the profiles of the expected efforts over all targets that anybody attained. */
    public static Table profiles(PerformanceTable table, int[] tasks) {
        TableBuilder rows = new TableBuilder("profiles").text("optimizer").whole("problems").number("solved", "fastest", "within_2", "within_10", "score");
        double[][] ratios = Profiles.ratios(TargetEffort.expected(table, tasks));
        if (ratios.length > 0) {
            for (int o = 0; o < table.optimizers().size(); o++) {
                rows.add(table.optimizers().get(o), ratios.length, share(ratios, o, Double.MAX_VALUE), share(ratios, o, 1), share(ratios, o, 2),
                        share(ratios, o, 10), Profiles.score(ratios, o, MOST_RATIO));
            }
        }
        return rows.build();
    }

    private static double share(double[][] ratios, int optimizer, double tau) {
        return Arrays.stream(ratios).filter(row -> row[optimizer] <= tau).count() / (double) ratios.length;
    }

    /** One row an optimizer: Glicko-2 rating, and how many seeds would tell it from the best. */
    public static Table ratings(PerformanceTable table, Ranking ranking) {
        TableBuilder rows = new TableBuilder("ratings").text("optimizer").number("rating", "deviation", "power_against_best", "seeds_needed");
        Ratings ratings = Ratings.of(table, ranking.tasks(), ranking.policies().criterion());
        int best = ranking.groups().order().getFirst();
        IntStream.range(0, table.optimizers().size()).boxed()
                .sorted((a, b) -> Double.compare(ratings.ratings().get(b).rating(), ratings.ratings().get(a).rating())).forEach(o -> {
                    Optional<SeedsNeeded> needed = o == best ? Optional.empty() : SeedsNeeded.of(table, ranking, best, o);
                    rows.add(table.optimizers().get(o), ratings.ratings().get(o).rating(), ratings.ratings().get(o).deviation(),
                            needed.map(SeedsNeeded::power).orElse(Double.NaN),
                            needed.filter(n -> n.seeds().isPresent()).map(n -> (double) n.seeds().getAsInt()).orElse(Double.NaN));
                });
        return rows.build();
    }

    /** Rows as maps in the order of the columns, missing values as null: what a JSON file of the table holds. */
    public static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Row row : table) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (String name : table.columnNames()) {
                map.put(name, row.isMissing(name) ? null : row.getObject(name));
            }
            all.add(map);
        }
        return all;
    }

    private interface Cell {
        void accept(int optimizer, int task);
    }

    private static void eachCell(PerformanceTable table, Cell cell) {
        for (int o = 0; o < table.optimizers().size(); o++) {
            for (int t = 0; t < table.tasks().size(); t++) {
                cell.accept(o, t);
            }
        }
    }
}
