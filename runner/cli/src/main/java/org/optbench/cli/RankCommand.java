package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.Slice;
import org.optbench.analysis.tables.AnalysisTables;
import org.optbench.analysis.tables.TableFiles;
import org.optbench.analysis.tables.TableFormat;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Ranks the optimizers of a recorded campaign. */
@Command(name = "rank", description = "Rank the optimizers of a recorded campaign, with the tests behind the order; over all tasks and by type.", footer = {
        "  optbench rank quickstart", "  optbench rank my-campaign --by family --rank-by anytime",
        "  optbench rank my-campaign --effort seconds --format json -o ranking.json"})
final class RankCommand implements Callable<Integer> {

    /** Groups of tasks that are ranked on their own. */
    enum By {
        ALL, TYPE, FAMILY
    }

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--by", defaultValue = "TYPE",
            description = "Besides all tasks, rank each group on its own: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private By by;

    @Option(names = "--format", description = "Write ${COMPLETION-CANDIDATES} in place of tables for the eye.") private @Nullable TableFormat format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "File for --format (default: the terminal).") private @Nullable Path output;

    @Mixin private final AnalysisChoices choices = new AnalysisChoices();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (output != null && format == null) {
            throw new RefusedException("A file needs a format. Maybe add --format csv");
        }
        CampaignRuns runs;
        String name;
        try (ResultStore store = database.open()) {
            name = Campaigns.resolve(store.reader(), campaign);
            runs = CampaignRuns.read(store.reader(), RunQuery.ofCampaign(name), choices.options());
        }
        Policies policies = choices.policies();
        List<Slice> slices = Slice.of(runs.table()).stream()
                .filter(slice -> slice.kind().equals("all") || slice.kind().equalsIgnoreCase(by.name())).toList();
        Table all = Table.create("ranking");
        for (Slice slice : slices) {
            Optional<Ranking> ranking = Ranking.of(runs.table(), slice.tasks(), policies);
            if (ranking.isPresent() && format != null) {
                Table table = AnalysisTables.ranking(runs.table(), ranking.get());
                table.insertColumn(0, StringColumn.create("tasks", java.util.Collections.nCopies(table.rowCount(), slice.label())));
                all = all.columnCount() == 0 ? table : all.append(table);
            } else if (format == null) {
                print(out, name, runs, slice, ranking);
            }
        }
        if (format != null) {
            String text = TableFiles.text(all.setName("ranking"), format);
            if (output == null) {
                out.print(text);
            } else {
                Files.writeString(output, text);
                out.println("Ranking: " + output);
            }
        }
        out.flush();
        return OptbenchCommand.OK;
    }

    private void print(PrintWriter out, String name, CampaignRuns runs, Slice slice, Optional<Ranking> ranking) {
        out.println(name + ", " + (slice.kind().equals("all") ? "all tasks" : slice.kind() + " " + slice.label()) + ":");
        if (ranking.isEmpty()) {
            out.println("  nothing to rank: it needs at least two optimizers and a task that all of them were run on"
                    + (choices.policies().criterion() == org.optbench.analysis.Criterion.ANYTIME ? " and that has bounds" : ""));
            return;
        }
        Ranking result = ranking.get();
        TextTable.print(out, AnalysisTables.ranking(runs.table(), result));
        out.print(result.tasks().length + (result.tasks().length == 1 ? " task" : " tasks"));
        out.print(result.dropped().length == 0 ? "" : ", " + result.dropped().length + " left out");
        result.omnibus().ifPresent(test -> out.printf(java.util.Locale.ROOT, "; %s %.4g, p = %.3g", test.test(), test.statistic(), test.p()));
        out.println();
        out.println();
    }
}
