package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.ReferenceCollector;
import org.optbench.analysis.References;
import org.optbench.analysis.Slice;
import org.optbench.analysis.report.CampaignReport;
import org.optbench.analysis.report.ReportInput;
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
import tech.tablesaw.api.Table;

/** Analyses a recorded campaign. */
@Command(name = "analyze", description = "Say what a recorded campaign shows, and write all numbers behind it as tables.", footer = {
        "  optbench analyze quickstart", "  optbench analyze my-campaign -o tables --format json",
        "  optbench analyze my-campaign --write-references references.json",
        "  optbench analyze my-campaign --indicator igd-plus --references references.json"})
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Folder for the tables: runs, incumbents, performance, ranking, pairs, ratings, "
            + "profiles, targets.") private @Nullable Path output;

    @Option(names = "--format", defaultValue = "CSV", description = "Of the tables: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private TableFormat format;

    @Option(names = "--write-references", paramLabel = "FILE",
            description = "Store bounds and fronts of the campaign's tasks in this file, for --references.") private @Nullable Path writeReferences;

    @Mixin private final AnalysisChoices choices = new AnalysisChoices();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReportInput input;
        try (ResultStore store = database.open()) {
            String name = Campaigns.resolve(store.reader(), campaign);
            if (writeReferences != null) {
                References references = ReferenceCollector.collect(store.reader(), RunQuery.ofCampaign(name));
                references.write(writeReferences);
                out.println("References of " + references.all().size() + " tasks: " + writeReferences);
                return OptbenchCommand.OK;
            }
            input = CampaignReport.input(store.reader(), name, choices.options(), choices.policies(), Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    VersionProvider.version());
        }
        PerformanceTable table = input.table();
        CampaignReport.summary(input).forEach(sentence -> out.println("- " + sentence.claim() + " (" + sentence.evidence() + ")"));
        int[] all = Slice.of(table).getFirst().tasks();
        Policies policies = choices.policies();
        Optional<Ranking> ranking = Ranking.of(table, all, policies);
        List<Table> shown = new ArrayList<>();
        ranking.ifPresent(r -> {
            shown.add(AnalysisTables.ranking(table, r));
            shown.add(AnalysisTables.ratings(table, r));
        });
        shown.add(AnalysisTables.profiles(table, all));
        for (Table part : shown) {
            if (part.rowCount() > 0) {
                out.println();
                out.println(part.name() + ", efforts in " + table.effort().label() + ":");
                TextTable.print(out, part);
            }
        }
        if (output != null) {
            List<Table> files = new ArrayList<>(shown);
            files.add(AnalysisTables.runs(table));
            files.add(AnalysisTables.incumbents(table));
            files.add(AnalysisTables.performance(table, policies.aggregation()));
            files.add(AnalysisTables.targets(table));
            ranking.ifPresent(r -> files.add(AnalysisTables.pairs(table, r)));
            files.forEach(file -> TableFiles.write(file, format, output));
            out.println();
            out.println("Tables: " + output);
        }
        out.flush();
        return OptbenchCommand.OK;
    }
}
