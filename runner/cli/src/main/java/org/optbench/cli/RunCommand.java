package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.ResultStore;
import org.optbench.results.StoreOptions;
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
        "  optbench run my.yaml --db jdbc:postgresql://host/bench --db-user me",
        "  optbench run my.yaml --executor processes --workers 4",
        "  optbench run my.yaml --executor slurm --workers 64 --slurm-time 08:00:00 --db jdbc:postgresql://host/bench --db-user me",
        "  optbench run my.yaml --executor command --workers 8 --command 'ssh node{shard} {worker}' --db jdbc:postgresql://host/bench"})
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "A campaign file, or the name of a campaign that comes with optbench.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-t", "--threads"}, description = "Runs at once (default: one for each processor, with worker processes 1 in each).") private int threads;

    @Option(names = "--no-report", description = "Do not write the report.") private boolean withoutReport;

    @Option(names = "--progress", defaultValue = "AUTO",
            description = "How to show progress: ${COMPLETION-CANDIDATES} (default: bar on a terminal, else lines).")
    @SuppressWarnings("NullAway.Init") private ProgressDisplay.Style style;

    @Mixin private final Database database = new Database();

    @Mixin private final Platform platform = new Platform();

    @Mixin private final Faults faults = new Faults();

    @Mixin private final Executor executor = new Executor();

    @Option(names = "--retry-failed", description = "Try runs again that are set aside.") private boolean isRetryingFailed;

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        executor.check(database);
        CampaignFile file = CampaignFile.read(campaign);
        TaskCatalog tasks = platform.tasks();
        CampaignPlan plan = platform.planner(tasks).plan(file.spec());
        out.println(PlanCommand.summary(plan));
        out.flush();
        int code;
        try (ResultStore store = database.open(faults.store(StoreOptions.defaults())); GracefulStop stop = GracefulStop.of(store)) {
            StaleRuns.release(store, plan.campaign().name());
            CampaignResult result = execute(out, store, stop, tasks, plan, file.text());
            if (executor.isDetached()) {
                out.flush();
                return OptbenchCommand.OK;
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

    private CampaignResult execute(PrintWriter out, ResultStore store, GracefulStop stop, TaskCatalog tasks, CampaignPlan plan, String text) {
        int wanted = threads > 0 ? threads : executor.isLocal() ? Runtime.getRuntime().availableProcessors() : 1;
        RunOptions options = platform.runOptions(wanted, database.folder(), faults);
        try (ProgressDisplay display = ProgressDisplay.of(executor.isLocal() ? style : ProgressDisplay.Style.NONE, out)) {
            CampaignRunner runner = new CampaignRunner(tasks, store, options, display, stop::isAsked, ProvenanceFacts.collect());
            runner.register(plan, text);
            if (isRetryingFailed) {
                out.println(store.reopenPoisoned(plan.campaign().name()) + " runs that were set aside are tried again.");
            }
            if (executor.isLocal()) {
                return runner.executeRegistered(plan);
            }
            List<String> arguments = new ArrayList<>(database.arguments());
            arguments.addAll(platform.arguments());
            arguments.addAll(faults.arguments());
            int before = runner.result(plan).before();
            executor.execute(store, plan, arguments, database, wanted, stop, out);
            CampaignResult now = runner.result(plan);
            return new CampaignResult(now.before() - before, before, now.failed(), now.left());
        }
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
