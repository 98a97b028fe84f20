package org.optbench.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.optbench.analysis.Policies;
import org.optbench.analysis.ReadOptions;
import org.optbench.analysis.report.CampaignReport;
import org.optbench.analysis.report.ReportInput;
import org.optbench.analysis.report.ReportWriter;
import org.optbench.analysis.report.TrainingReport;
import org.optbench.results.ResultReader;

/** Writes the report of a campaign. */
final class Reports {

    private Reports() {
    }

    /** Writes {@code CAMPAIGN.html} into the folder of the results, and {@code CAMPAIGN-trainings.html} where neural networks were trained. */
    static Path write(ResultReader reader, String campaign, Path folder) {
        Path file = folder.resolve(campaign + ".html");
        ReportWriter.write(input(reader, campaign, ReadOptions.standard(), Policies.standard()), file);
        trainings(reader, campaign, file);
        return file;
    }

    /** Writes the page on trainings beside a report; empty when the campaign trained nothing. */
    static Optional<Path> trainings(ResultReader reader, String campaign, Path report) {
        Path page = report.resolveSibling(String.valueOf(report.getFileName()).replaceFirst("(\\.html?)?$", "-trainings.html"));
        return TrainingReport.write(reader, campaign, page) ? Optional.of(page) : Optional.empty();
    }

    /** What the report of a campaign shows. */
    static ReportInput input(ResultReader reader, String campaign, ReadOptions options, Policies policies) {
        return CampaignReport.input(reader, campaign, options, policies, Instant.now().truncatedTo(ChronoUnit.SECONDS), VersionProvider.version());
    }
}
