package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.export.ExportFormat;
import org.optbench.results.export.ExportSummary;
import org.optbench.results.export.ResultExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports the results of a campaign as tables. */
@Command(name = "export", description = "Export the trials, runs and tasks of a campaign as CSV or Parquet, with a checksum that leaves the wall clock out.",
        footer = {
                "  optbench export quickstart -o tables", "  optbench export quickstart --format parquet -o tables"})
final class ExportCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "export", description = "Folder for the tables (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Option(names = "--format", defaultValue = "CSV", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private ExportFormat format;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = database.open()) {
            String name = Campaigns.resolve(store.reader(), campaign);
            ExportSummary summary = ResultExport.write(store.reader(), RunQuery.ofCampaign(name), format, output);
            out.println("Exported " + summary.runs() + " runs with " + summary.trials() + " trials to " + output);
            out.println("Checksum without the wall clock: " + summary.checksum());
        }
        return OptbenchCommand.OK;
    }
}
