package org.optbench.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.report.CampaignReport;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two recorded campaigns. */
@Command(name = "compare", description = "Write the report of two campaigns side by side, of the tasks that both have alike.",
        footer = "  optbench compare last-week today -o change.html")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Campaign that is compared with.")
    @SuppressWarnings("NullAway.Init") private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Campaign that is judged.")
    @SuppressWarnings("NullAway.Init") private String after;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "File to write (default: BEFORE-AFTER.html in the folder of the results).") private @Nullable Path output;

    @Mixin private final AnalysisChoices choices = new AnalysisChoices();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        try (ResultStore store = database.open()) {
            ResultReader reader = store.reader();
            Path file = output == null ? database.folder().resolve(before + "-" + after + ".html") : output;
            CampaignReport.writeComparison(reader, Campaigns.resolve(reader, before), Campaigns.resolve(reader, after), choices.options(),
                    choices.policies(), Instant.now().truncatedTo(ChronoUnit.SECONDS), VersionProvider.version(), file);
            spec.commandLine().getOut().println("Report: " + file);
        }
        return OptbenchCommand.OK;
    }
}
