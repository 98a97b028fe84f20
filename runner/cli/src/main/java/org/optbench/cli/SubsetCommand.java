package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.PerformanceTable;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.runner.plan.TaskLists;
import org.optbench.subsets.Normalisation;
import org.optbench.subsets.Selection;
import org.optbench.subsets.SubsetCurve;
import org.optbench.subsets.SubsetSelection;
import org.optbench.subsets.SubsetValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses small representative subsets of the tasks of a campaign. */
@Command(name = "subset",
        description = "Choose small sets of tasks that spread over the performance space of a campaign as evenly as all of them do, by star discrepancy; write them as lists that campaigns cite.",
        footer = {
                "  optbench subset my-campaign --optimizers random,cma-es,gp-bo --k 10..30 --split dev,test"})
final class SubsetCommand implements Callable<Integer> {

    private static final int RANDOM_SUBSETS = 1000;

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--optimizers", split = ",",
            description = "Optimizers that span the space, best three of different behaviour (default: all).") private List<String> optimizers = List.of();

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
            description = "Folder for the lists, CAMPAIGN-SPLIT.tasks, and the curve (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String name;
        PerformanceTable table;
        try (ResultStore store = database.open()) {
            name = Campaigns.resolve(store.reader(), campaign);
            table = CampaignRuns.read(store.reader(), RunQuery.ofCampaign(name)).table();
        }
        PerformanceSpace space = PerformanceSpace.of(table, optimizers.isEmpty() ? table.optimizers() : optimizers, scale);
        out.println(space.tasks().size() + " tasks in the space of " + (optimizers.isEmpty() ? table.optimizers() : optimizers) + ", "
                + (space.normalisation().logarithmic() ? "log" : "raw") + " scale");
        out.flush();
        int[] range = range();
        SubsetCurve curve = SubsetCurve.compute(SubsetSelection.of(space.points()).seed(seed).workers(threads), range[0], range[1], splits,
                Duration.ofNanos((long) (seconds * 1e9)));
        Files.createDirectories(output);
        writeCurve(curve, name);
        SubsetCurve.At best = curve.smallestTotal();
        for (int i = 0; i < splits.size(); i++) {
            write(out, name, splits.get(i), best.selections().get(i), space);
        }
        return OptbenchCommand.OK;
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

    private void writeCurve(SubsetCurve curve, String name) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("size,split,discrepancy,lower_bound");
        for (SubsetCurve.At at : curve.points()) {
            for (int i = 0; i < splits.size(); i++) {
                Selection selection = at.selections().get(i);
                lines.add(at.size() + "," + splits.get(i) + "," + selection.value() + "," + selection.lowerBound());
            }
        }
        Files.write(output.resolve(name + "-curve.csv"), lines);
    }

    private void write(PrintWriter out, String name, String split, Selection selection, PerformanceSpace space) throws IOException {
        List<TaskId> ids = Arrays.stream(selection.indices()).mapToObj(i -> TaskId.of(space.tasks().get(i))).toList();
        String summary = String.format(Locale.ROOT, "%d of %d tasks of campaign %s, star discrepancy %.6f, proved to be at least %.6f", ids.size(),
                space.tasks().size(), name, selection.value(), selection.lowerBound());
        Path file = output.resolve(name + "-" + split + ".tasks");
        TaskLists.write(new TaskList(name + "-" + split, summary, ids), file);
        SubsetValidation validation = SubsetValidation.of(space.points(), space.costs(), selection.indices(), RANDOM_SUBSETS, seed);
        out.printf(Locale.ROOT,
                "%s: %s%n  ranks of the optimizers on it against all tasks: Kendall %.3f (medoids %.3f), closer than %.0f %% of %d random subsets%n",
                file, summary, validation.subset().kendall(), validation.medoids().kendall(), 100 * validation.betterThanRandom(), RANDOM_SUBSETS);
        out.flush();
    }
}
