package org.optbench.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.optbench.results.CampaignProgress;
import org.optbench.results.CampaignRecord;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.runner.cluster.SlurmPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how far campaigns are. */
@Command(name = "status", description = "Say how far the campaigns of a database are.", footer = {"  optbench status",
        "  optbench status my-campaign --watch         again every two seconds"})
final class StatusCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 2000;

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN", description = "One campaign; all without it.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--watch", description = "Repeat until everything is done.") private boolean isWatching;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = database.open()) {
            boolean isDone;
            do {
                isDone = print(store.reader(), out);
                out.flush();
                if (isWatching && !isDone) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } while (isWatching && !isDone);
        }
        return OptbenchCommand.OK;
    }

    private boolean print(ResultReader reader, PrintWriter out) {
        boolean isDone = true;
        boolean isFound = false;
        for (CampaignRecord record : reader.campaigns()) {
            if (!campaign.isEmpty() && !record.name().equals(campaign)) {
                continue;
            }
            isFound = true;
            CampaignProgress progress = reader.progress(record.name());
            isDone &= progress.open() + progress.running() == 0;
            out.printf("%s: %d of %d runs done, %d running, %d open, %d set aside; %d trials, %d failed; %d pairs skipped%n", record.name(), progress.done(),
                    progress.runs(), progress.running(), progress.open(), progress.poisoned(), progress.trials(), progress.failures(),
                    reader.skipped(record.name()).size());
            String jobs = SlurmPool.status(database.folder(), record.name());
            if (!jobs.isEmpty()) {
                out.println("  " + jobs);
            }
            reader.runs(RunQuery.ofCampaign(record.name()).withStatuses(RunStatus.POISONED),
                    run -> out.println("  set aside: " + run.run().optimizer().variant() + " on " + run.run().task().id() + ", seed " + run.run().seed()
                            + ": " + run.reason()));
        }
        if (!isFound && !campaign.isEmpty()) {
            throw Campaigns.unknown(reader, campaign);
        }
        if (!isFound) {
            out.println("No campaign is recorded in " + database.place() + ". Maybe run one: optbench run quickstart");
        }
        return isDone;
    }
}
