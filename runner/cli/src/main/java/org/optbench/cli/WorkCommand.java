package org.optbench.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.CampaignRecord;
import org.optbench.results.ResultStore;
import org.optbench.results.StoreException;
import org.optbench.results.StoreOptions;
import org.optbench.runner.campaign.CampaignReader;
import org.optbench.runner.execute.CampaignResult;
import org.optbench.runner.execute.CampaignRunner;
import org.optbench.runner.execute.ProvenanceFacts;
import org.optbench.runner.plan.CampaignPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One of several processes that execute a registered campaign. */
@Command(name = "work", description = "Work on a campaign that is registered in a shared database, beside other workers, until all its runs are done.",
        footer = {"  optbench work my-campaign --db jdbc:postgresql://host/bench --db-user me"})
final class WorkCommand implements Callable<Integer> {

    private static final Duration OPEN_PATIENCE = Duration.ofMinutes(1);
    private static final Duration OPEN_PAUSE = Duration.ofMillis(500);

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "Name of the campaign in the database.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-t", "--threads"}, defaultValue = "1", description = "Runs at once (default: ${DEFAULT-VALUE}).") private int threads;

    @Mixin private final Database database = new Database();

    @Mixin private final Platform platform = new Platform();

    @Mixin private final Faults faults = new Faults();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = openPatiently(); GracefulStop stop = GracefulStop.of(store)) {
            CampaignRecord record = store.reader().campaigns().stream().filter(one -> one.name().equals(campaign)).findFirst()
                    .orElseThrow(() -> Campaigns.unknown(store.reader(), campaign));
            TaskCatalog tasks = platform.tasks();
            CampaignPlan plan = platform.planner(tasks).plan(CampaignReader.read(record.specification(), "campaign '" + campaign + "' of the database"));
            try (ProgressDisplay display = ProgressDisplay.of(ProgressDisplay.Style.LINES, out)) {
                CampaignResult result = new CampaignRunner(tasks, store, platform.runOptions(threads, database.folder(), faults).shared(), display,
                        stop::isAsked, ProvenanceFacts.collect()).executeRegistered(plan);
                out.println(result.finished() + " runs finished by " + Workers.id() + ", " + result.left() + " left.");
                out.flush();
                return result.left() > 0 ? OptbenchCommand.STOPPED : OptbenchCommand.OK;
            }
        }
    }

    /** Workers are started by the dozen and unattended: one that begins while the database is started again waits for it. */
    private ResultStore openPatiently() {
        long end = System.nanoTime() + OPEN_PATIENCE.toNanos();
        while (true) {
            try {
                return database.open(faults.store(StoreOptions.defaults()));
            } catch (StoreException e) {
                boolean mayPass = database.isServer() && (e.kind() == StoreException.Kind.CANNOT_OPEN || e.kind() == StoreException.Kind.UNAVAILABLE);
                if (!mayPass || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(OPEN_PAUSE.toNanos());
            }
        }
    }
}
