package org.optbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.runner.run.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates a sample of recorded trials again and says whether they reproduce. */
@Command(name = "verify", description = "Evaluate a random sample of the recorded trials again and say whether they reproduce.", footer = {
        "  optbench verify my-campaign", "  optbench verify my-campaign --sample 500 --seed 2"})
final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "CAMPAIGN",
            description = "Name of the campaign; may be left out when there is only one.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--sample", paramLabel = "N", defaultValue = "50", description = "Trials to evaluate (default: ${DEFAULT-VALUE}).") private int sample;

    @Option(names = "--seed", defaultValue = "1", description = "Chooses the sample (default: ${DEFAULT-VALUE}).") private long seed;

    @Mixin private final Database database = new Database();

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        if (sample < 1) {
            throw new RefusedException("A sample of " + sample + " trials: at least 1 is needed.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = database.open()) {
            ResultReader reader = store.reader();
            String name = Campaigns.resolve(reader, campaign);
            List<RunView> runs = reader.runs(RunQuery.ofCampaign(name).withStatuses(RunStatus.DONE));
            if (runs.isEmpty()) {
                throw new RefusedException("Campaign '" + name + "' has no finished run yet. Maybe run it first: optbench run");
            }
            return verify(reader, name, runs, out);
        }
    }

    private int verify(ResultReader reader, String name, List<RunView> runs, PrintWriter out) {
        TaskCatalog tasks = platform.tasks();
        SplittableRandom random = new SplittableRandom(seed);
        Map<Reproduction.Verdict, Integer> counts = new EnumMap<>(Reproduction.Verdict.class);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < sample; i++) {
            RunView run = runs.get(random.nextInt(runs.size()));
            List<TrialRecord> trials = reader.trials(run.run().key()).stream().filter(trial -> trial.status() == TrialStatus.SUCCESS).toList();
            if (trials.isEmpty()) {
                continue;
            }
            TrialRecord trial = trials.get(random.nextInt(trials.size()));
            Reproduction.Result result = Reproduction.of(tasks, platform.context(), run.run().task(), trial);
            counts.merge(result.verdict(), 1, Integer::sum);
            if (result.verdict() != Reproduction.Verdict.SAME && shown.size() < SHOWN) {
                shown.add("  " + result.verdict().name().toLowerCase(java.util.Locale.ROOT) + ": trial " + trial.index() + " of "
                        + run.run().optimizer().variant()
                        + " on " + run.run().task().id() + ", seed " + run.run().seed() + ". " + result.detail());
            }
        }
        int bad = counts.getOrDefault(Reproduction.Verdict.DIFFERENT, 0) + counts.getOrDefault(Reproduction.Verdict.IMPOSSIBLE, 0);
        out.printf("%s: %d of %d sampled trials reproduce to the bit, %d within 1e-9, %d differ, %d cannot be compared%n", name,
                counts.getOrDefault(Reproduction.Verdict.SAME, 0), counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Reproduction.Verdict.NEAR, 0), counts.getOrDefault(Reproduction.Verdict.DIFFERENT, 0),
                counts.getOrDefault(Reproduction.Verdict.IMPOSSIBLE, 0));
        shown.forEach(out::println);
        if (bad > 0) {
            out.println("Maybe the task measures time, or something it depends on has changed: compare the provenance in an export with: optbench doctor");
        }
        out.flush();
        return bad == 0 ? OptbenchCommand.OK : OptbenchCommand.SOME_FAILED;
    }
}
