package org.optbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.report.PaperFiles;
import org.optbench.analysis.report.ReportInput;
import org.optbench.analysis.report.ReportWriter;
import org.optbench.results.ResultStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a recorded campaign. */
@Command(name = "report", description = "Write the HTML report of a recorded campaign, also while it still runs.", footer = {"  optbench report quickstart",
        "  optbench report my-campaign -o report.html --effort seconds", "  optbench report my-campaign --paper figures"})
final class ReportCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "File to write (default: CAMPAIGN.html in the folder of the results).") private @Nullable Path output;

    @Option(names = "--paper", paramLabel = "DIR",
            description = "Also write the figures as SVG and PDF and the tables as LaTeX and CSV into this folder.") private @Nullable Path paper;

    @Mixin private final AnalysisChoices choices = new AnalysisChoices();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        try (ResultStore store = database.open()) {
            String name = Campaigns.resolve(store.reader(), campaign);
            Path file = output == null ? database.folder().resolve(name + ".html") : output;
            ReportInput input = Reports.input(store.reader(), name, choices.options(), choices.policies());
            ReportWriter.write(input, file);
            spec.commandLine().getOut().println("Report: " + file);
            Reports.trainings(store.reader(), name, file).ifPresent(page -> spec.commandLine().getOut().println("Trainings: " + page));
            if (paper != null) {
                PaperFiles.write(input, paper, true);
                spec.commandLine().getOut().println("Figures and tables: " + paper);
            }
        }
        return OptbenchCommand.OK;
    }
}
