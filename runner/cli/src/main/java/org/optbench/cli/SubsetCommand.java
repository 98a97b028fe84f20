package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.report.SubsetReport;
import org.optbench.model.task.TaskId;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.runner.plan.TaskGlob;
import org.optbench.subsets.Normalisation;
import org.optbench.subsets.RankingCover;
import org.optbench.subsets.SubsetCurve;
import org.optbench.subsets.SubsetSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses small representative subsets of the tasks of a campaign. */
@Command(name = "subset",
        description = "Choose small sets of tasks that spread over the performance space of a campaign as evenly as all of them do, by star discrepancy; write them as lists that campaigns cite.",
        footer = {"  optbench subset my-campaign --optimizers random,cma-es,gp-bo --k 10..30 --split dev,test",
                "  optbench subset --matrix costs.csv --k 20 --exclude 'bbob-biobj/**' --seconds 30", "  optbench subset my-campaign --keep-ranking 0.95"})
final class SubsetCommand implements Callable<Integer> {

    private static final int REPLICATES = 200;

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--optimizers", split = ",",
            description = "Optimizers that span the space, best three of different behaviour (default: all).") private List<String> optimizers = List.of();

    @Option(names = "--components", paramLabel = "N",
            description = "Span the space by the first principal components of the optimizers instead (default: 3 where there are more than 6 optimizers).") private int components;

    @Option(names = "--matrix", paramLabel = "FILE",
            description = "Take the costs from a file instead of a campaign: a task a line, the cost of an optimizer a column, names optional.") private @Nullable Path matrix;

    @Option(names = "--include", split = ";", paramLabel = "GLOB",
            description = "Tasks that the first subset must hold; globs over ids, separated by semicolons.") private List<String> included =
                    List.of();

    @Option(names = "--exclude", split = ";", paramLabel = "GLOB",
            description = "Tasks that no subset may hold, such as a family: 'bbob-biobj/**'.") private List<String> excluded =
                    List.of();

    @Option(names = "--costs", paramLabel = "FILE",
            description = "What a run on each task costs: lines 'task,cost' (default: seconds of a run in the campaign, or 1).") private @Nullable Path costs;

    @Option(names = "--budget", paramLabel = "COST", description = "Most that the tasks of a subset may cost together.") private @Nullable Double budget;

    @Option(names = "--keep-ranking", paramLabel = "P",
            description = "Search the cheapest subset that keeps the ranking of the optimizers with probability P over the seeds, such as 0.95; writes CAMPAIGN-ranking.tasks instead.") private @Nullable Double ranking;

    @Option(names = "--k", paramLabel = "N or N..M", defaultValue = "10..30",
            description = "Sizes to try; the one with the smallest sum of discrepancies is chosen (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private String sizes;

    @Option(names = "--split", split = ",", defaultValue = "dev,test", description = "Names of the subsets, which do not overlap (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private List<String> splits;

    @Option(names = "--scale", defaultValue = "AUTO",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: LOG when the values crowd near the best).")
    @SuppressWarnings("NullAway.Init") private Normalisation.Scale scale;

    @Option(names = "--seconds", defaultValue = "120", description = "Wall time for the whole curve (default: ${DEFAULT-VALUE}).") private double seconds;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the search (default: ${DEFAULT-VALUE}).") private long seed;

    @Option(names = {"-t", "--threads"}, description = "Threads (default: one for each processor).") private int threads =
            Runtime.getRuntime().availableProcessors();

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "lists",
            description = "Folder for the lists, CAMPAIGN-SPLIT.tasks, the curve and the page with the pictures (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (matrix != null) {
            if (ranking != null) {
                throw new RefusedException("--keep-ranking needs the seeds of a campaign: a matrix has one value for each task and optimizer.");
            }
            String name = String.valueOf(matrix.getFileName()).replaceFirst("\\.[^.]*$", "");
            select(out, name, PerformanceSpace.of(CostMatrix.read(matrix), optimizers, scale, components), task -> 1.0);
            return OptbenchCommand.OK;
        }
        try (ResultStore store = database.open()) {
            String name = Campaigns.resolve(store.reader(), campaign);
            PerformanceTable table = CampaignRuns.read(store.reader(), RunQuery.ofCampaign(name)).table();
            PerformanceSpace space = PerformanceSpace.of(table, optimizers, scale, components);
            RunSeconds seconds = RunSeconds.of(table);
            if (ranking != null) {
                cover(out, name, space, table, ranking, seconds);
            } else {
                select(out, name, space, seconds);
            }
        }
        return OptbenchCommand.OK;
    }

    private void select(PrintWriter out, String name, PerformanceSpace space, ToDoubleFunction<String> usualCost) throws IOException {
        String lead = space.tasks().size() + " tasks in the space of " + String.join(", ", space.axes()) + ", "
                + (space.normalisation().logarithmic() ? "log" : "raw") + " scale";
        out.println(lead);
        out.flush();
        SubsetSelection selection = SubsetSelection.of(space.points()).seed(seed).workers(threads).include(matching(space, included))
                .exclude(matching(space, excluded));
        if (budget != null) {
            selection = selection.budget(costs(space, usualCost), budget);
        }
        int[] range = range();
        SubsetCurve curve;
        try {
            curve = SubsetCurve.compute(selection, range[0], range[1], splits, Duration.ofNanos((long) (seconds * 1e9)));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
        SubsetFiles files = new SubsetFiles(output, name, space, lead, seed);
        for (SubsetReport.Subset subset : files.write(curve)) {
            out.println(subset.findings().getFirst());
            subset.findings().stream().skip(1).forEach(finding -> out.println("  " + finding));
        }
        out.println("page: " + output.resolve(name + "-subsets.html"));
        out.flush();
    }

    private void cover(PrintWriter out, String name, PerformanceSpace space, PerformanceTable table, double asked, ToDoubleFunction<String> usualCost)
            throws IOException {
        double[] cost = costs(space, usualCost);
        int[] complete = table.completeTasks();
        double[][][] runs = new double[complete.length][table.optimizers().size()][];
        for (int i = 0; i < complete.length; i++) {
            for (int o = 0; o < runs[i].length; o++) {
                // A run without a result is worse than any with one.
                runs[i][o] = Arrays.stream(table.finalValues(o, complete[i])).map(v -> Double.isFinite(v) ? v : Double.MAX_VALUE / 1e10).toArray();
            }
        }
        RankingCover found;
        try {
            found = RankingCover.find(runs, cost, asked, REPLICATES, seed);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
        String summary = String.format(Locale.ROOT,
                "%d of %d tasks of %s, cost %.4g of %.4g: the ranking of %d optimizers is kept with probability %.3f (%.3f on fresh replicates), asked %.3f%s",
                found.tasks().length, complete.length, name, found.cost(), Arrays.stream(cost).sum(), table.optimizers().size(), found.probability(),
                found.confirmed(), asked, found.reached(asked) ? "" : ", which not even all tasks reach");
        Path file = new SubsetFiles(output, name, space, summary, seed).writeList("ranking", summary, found.tasks());
        out.println(file + ": " + summary);
        out.flush();
    }

    /** Positions of the tasks that a glob takes. */
    private static int[] matching(PerformanceSpace space, List<String> globs) {
        return globs.stream().flatMap(glob -> {
            Predicate<TaskId> matcher = TaskGlob.of(glob).matcher();
            int[] found = IntStream.range(0, space.tasks().size()).filter(i -> matcher.test(TaskId.of(space.tasks().get(i)))).toArray();
            if (found.length == 0) {
                throw new RefusedException("No task matches '" + glob + "'. Maybe look at the ids: optbench list tasks");
            }
            return Arrays.stream(found).boxed();
        }).distinct().mapToInt(i -> i).toArray();
    }

    private double[] costs(PerformanceSpace space, ToDoubleFunction<String> usual) throws IOException {
        if (costs == null) {
            return space.tasks().stream().mapToDouble(usual).toArray();
        }
        Map<String, Double> given = new HashMap<>();
        for (String line : Files.readAllLines(costs)) {
            int comma = line.lastIndexOf(',');
            if (comma > 0 && line.substring(comma + 1).strip().matches("[0-9.eE+-]+")) {
                given.put(line.substring(0, comma).strip(), Double.valueOf(line.substring(comma + 1).strip()));
            }
        }
        return space.tasks().stream().mapToDouble(task -> {
            Double cost = given.get(task);
            if (cost == null) {
                throw new RefusedException("Costs '" + costs + "' say nothing of task '" + task + "'. Maybe add a line: " + task + ",1");
            }
            return cost;
        }).toArray();
    }

    private int[] range() {
        String[] parts = sizes.split("\\.\\.", -1);
        try {
            int from = Integer.parseInt(parts[0].strip());
            return new int[]{from, parts.length == 1 ? from : Integer.parseInt(parts[1].strip())};
        } catch (NumberFormatException e) {
            throw new RefusedException("Sizes '" + sizes + "': a number or a range is due. Maybe write --k 10..30", e);
        }
    }
}
