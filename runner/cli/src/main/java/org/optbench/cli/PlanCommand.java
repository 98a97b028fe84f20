package org.optbench.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.optbench.model.task.TaskCatalog;
import org.optbench.runner.plan.CampaignPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a campaign would run. */
@Command(name = "plan", description = "Show what a campaign would run and which pairs it skips, without running anything.", footer = {
        "  optbench plan my.yaml", "  optbench plan my.yaml --runs                 every run with its key"})
final class PlanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "A campaign file, or the name of a campaign that comes with optbench.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--runs", description = "List every run.") private boolean isDetailed;

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TaskCatalog tasks = platform.tasks();
        CampaignPlan plan = platform.planner(tasks).plan(CampaignFile.read(campaign).spec());
        out.println(summary(plan));
        Map<String, Integer> runs = new LinkedHashMap<>();
        plan.runs().forEach(run -> runs.merge(run.optimizerName(), 1, Integer::sum));
        runs.forEach((optimizer, count) -> out.println("  " + optimizer + ": " + count + " runs"));
        plan.skipped().forEach(pair -> out.println("  skipped: " + pair.optimizer() + " on " + pair.task() + ": " + String.join(" ", pair.reasons())));
        if (isDetailed) {
            plan.runs().forEach(run -> out.println(run.key().substring(0, 16) + "  " + run.optimizerName() + "  " + run.task().id() + "  seed " + run.seed()));
        }
        out.flush();
        return OptbenchCommand.OK;
    }

    static String summary(CampaignPlan plan) {
        return "Campaign " + plan.campaign().name() + ": " + plan.campaign().optimizers().size() + " optimizers x " + plan.tasks() + " tasks x "
                + plan.campaign().seeds().count() + " seeds, " + plan.runs().size() + " runs, " + plan.skipped().size() + " pairs skipped";
    }
}
