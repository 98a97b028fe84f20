package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.optbench.formats.CocoExport;
import org.optbench.formats.ExchangeSummary;
import org.optbench.formats.IohExport;
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

/** Exports the results of a campaign. */
@Command(name = "export",
        description = "Export a campaign: as CSV or Parquet tables of trials, runs and tasks with a checksum that leaves the wall clock out, or as "
                + "data for COCO's cocopp or for IOHanalyzer.",
        footer = {
                "  optbench export quickstart -o tables", "  optbench export quickstart --format parquet -o tables",
                "  optbench export quickstart --format coco -o exdata        then: python -m cocopp exdata/bbob/*"})
final class ExportCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    /** What to write. */
    enum Format {
        CSV, PARQUET, COCO, IOH
    }

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "export", description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Option(names = "--format", defaultValue = "CSV", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Format format;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = database.open()) {
            String name = Campaigns.resolve(store.reader(), campaign);
            RunQuery query = RunQuery.ofCampaign(name);
            switch (format) {
                case CSV -> tables(out, ResultExport.write(store.reader(), query, ExportFormat.CSV, output));
                case PARQUET -> tables(out, ResultExport.write(store.reader(), query, ExportFormat.PARQUET, output));
                case COCO -> data(out, CocoExport.write(store.reader(), query, output));
                case IOH -> data(out, IohExport.write(store.reader(), query, output));
            }
        }
        return OptbenchCommand.OK;
    }

    private void tables(PrintWriter out, ExportSummary summary) {
        out.println("Exported " + summary.runs() + " runs with " + summary.trials() + " trials to " + output);
        out.println("Checksum without the wall clock: " + summary.checksum());
    }

    private void data(PrintWriter out, ExchangeSummary summary) {
        out.println("Exported " + summary.runs() + " runs to " + output);
        if (!summary.leftOut().isEmpty()) {
            out.println("Left out " + summary.leftOut().size() + " tasks:");
            summary.leftOut().entrySet().stream().limit(SHOWN).forEach(task -> out.println("  " + task.getKey() + ": " + task.getValue()));
        }
    }
}
