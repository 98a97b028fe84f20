package org.optbench.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.optbench.analysis.Policies;
import org.optbench.analysis.report.CampaignReport;
import org.optbench.results.ResultReader;

/** Writes the report of a campaign. */
final class Reports {

    private Reports() {
    }

    /** Writes {@code CAMPAIGN.html} into the folder of the results. */
    static Path write(ResultReader reader, String campaign, Path folder) {
        return writeTo(reader, campaign, folder.resolve(campaign + ".html"));
    }

    static Path writeTo(ResultReader reader, String campaign, Path file) {
        CampaignReport.write(reader, campaign, Policies.standard(), Instant.now().truncatedTo(ChronoUnit.SECONDS), VersionProvider.version(), file);
        return file;
    }
}
