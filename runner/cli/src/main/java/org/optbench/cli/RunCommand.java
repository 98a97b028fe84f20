package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.ResultStore;
import org.optbench.runner.execute.CampaignResult;
import org.optbench.runner.execute.CampaignRunner;
import org.optbench.runner.execute.ProvenanceFacts;
import org.optbench.runner.execute.RunOptions;
import org.optbench.runner.plan.CampaignPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a campaign and writes its report. */
@Command(name = "run", description = "Run a campaign, record every trial, write the report. Stopped at any moment, the same command goes on.", footer = {
        "  optbench run quickstart                      the campaign that comes with optbench",
        "  optbench run my.yaml --threads 4             with four runs at once",
        "  optbench run my.yaml --db jdbc:postgresql://host/bench --db-user me"})
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "A campaign file, or the name of a campaign that comes with optbench.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-t", "--threads"}, description = "Runs at once (default: one for each processor).") private int threads =
            Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-report", description = "Do not write the report.") private boolean withoutReport;

    @Option(names = "--progress", defaultValue = "AUTO",
            description = "How to show progress: ${COMPLETION-CANDIDATES} (default: bar on a terminal, else lines).")
    @SuppressWarnings("NullAway.Init") private ProgressDisplay.Style style;

    @Mixin private final Database database = new Database();

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CampaignFile file = CampaignFile.read(campaign);
        RunOptions options = platform.runOptions(threads, database.folder());
        TaskCatalog tasks = platform.tasks();
        CampaignPlan plan = platform.planner(tasks).plan(file.spec());
        out.println(PlanCommand.summary(plan));
        out.flush();
        int code;
        try (ResultStore store = database.open(); GracefulStop stop = GracefulStop.of(store)) {
            StaleRuns.release(store, plan.campaign().name());
            CampaignResult result;
            try (ProgressDisplay display = ProgressDisplay.of(style, out)) {
                result = new CampaignRunner(tasks, store, options, display, stop::isAsked, ProvenanceFacts.collect()).execute(plan, file.text());
            }
            code = tell(out, result);
            if (!withoutReport && !stop.isAsked()) {
                Path report = Reports.write(store.reader(), plan.campaign().name(), database.folder());
                out.println("Report: " + report);
            }
            out.flush();
        }
        return code;
    }

    private int tell(PrintWriter out, CampaignResult result) {
        out.println(result.finished() + " runs finished" + (result.before() > 0 ? ", " + result.before() + " were finished before" : "") + ", "
                + result.failed().size() + " failed, " + result.left() + " left. Results: " + database.place());
        result.failed().stream().limit(10)
                .forEach(run -> out.println("  failed: " + run.optimizer() + " on " + run.task() + ", seed " + run.seed() + ": " + run.reason()));
        if (result.left() > 0) {
            out.println("Not everything is finished. Maybe run the same command again: it goes on where it stopped.");
            return OptbenchCommand.STOPPED;
        }
        return result.failed().isEmpty() ? OptbenchCommand.OK : OptbenchCommand.SOME_FAILED;
    }
}
