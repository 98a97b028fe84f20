package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.StoreOptions;
import org.optbench.runner.campaign.Amount;
import org.optbench.runner.campaign.BudgetSpec;
import org.optbench.runner.campaign.CampaignSpec;
import org.optbench.runner.campaign.OptimizerSpec;
import org.optbench.runner.campaign.SeedSpec;
import org.optbench.runner.campaign.TaskSpec;
import org.optbench.runner.campaign.WorkerSpec;
import org.optbench.runner.execute.CampaignObserver;
import org.optbench.runner.execute.CampaignRunner;
import org.optbench.runner.execute.ProvenanceFacts;
import org.optbench.runner.plan.CampaignPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the platform itself costs. */
@Command(name = "bench", description = "Measure the cost of the complete trial loop: suggest, evaluate, record durably in an H2 file.", footer = {
        "  optbench bench                               one thread, a 10-D sphere, random search", "  optbench bench --runs 1000 --trials 100 --threads 2",
        "  optbench bench --store-runs 100000 --trials 100 --threads 2   many runs in one file, then analysed"})
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--runs", defaultValue = "5", description = "Runs of each repetition (default: ${DEFAULT-VALUE}).") private int runs;

    @Option(names = "--store-runs", paramLabel = "N",
            description = "Instead, record so many runs in one file, analyse and report them, and show the time, the memory and the size that it takes. "
                    + "The task is then bbob/f1/d5/i1 unless another is named.") private int storeRuns;

    @Option(names = "--trials", description = "Trials of a run (default: 20000, with --store-runs 100).") private int trials;

    @Option(names = {"-t", "--threads"}, defaultValue = "1", description = "Runs at once (default: ${DEFAULT-VALUE}).") private int threads;

    @Option(names = "--repetitions", defaultValue = "5",
            description = "Measured repetitions after one that warms up (default: ${DEFAULT-VALUE}).") private int repetitions;

    @Option(names = "--task", defaultValue = "", description = "Task to evaluate (default: bbob/f1/d10/i1).")
    @SuppressWarnings("NullAway.Init") private String task;

    @Option(names = "--optimizer", defaultValue = "random", description = "Optimizer (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private String optimizer;

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("optbench-bench");
        try {
            TaskCatalog tasks = platform.tasks();
            if (storeRuns > 0) {
                new StoreBench(platform, tasks, campaign(storeRuns, trials == 0 ? 100 : trials, task.isEmpty() ? "bbob/f1/d5/i1" : task), threads, folder, out)
                        .run();
                return OptbenchCommand.OK;
            }
            trials = trials == 0 ? 20_000 : trials;
            task = task.isEmpty() ? "bbob/f1/d10/i1" : task;
            out.printf("%d runs x %d trials of %s on %s, %d threads, H2 file%n", runs, trials, optimizer, task, threads);
            for (int repetition = 0; repetition <= repetitions; repetition++) {
                Path file = folder.resolve("r" + repetition);
                long before = System.nanoTime();
                run(tasks, file);
                double seconds = (System.nanoTime() - before) / 1e9;
                double count = (double) runs * trials;
                out.printf(Locale.ROOT, "%s: %.1f us a trial, %.0f trials/s, %.0f bytes a trial%n", repetition == 0 ? "warm-up" : "repetition " + repetition,
                        seconds / count * 1e6, count / seconds, size(file) / count);
                out.flush();
            }
        } finally {
            delete(folder);
        }
        return OptbenchCommand.OK;
    }

    private CampaignSpec campaign(int seeds, int length, String on) {
        BudgetSpec budget = new BudgetSpec(Optional.of(new Amount(0, length)), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "",
                OptionalDouble.empty(), OptionalDouble.empty());
        return new CampaignSpec("bench", "", new SeedSpec(1, seeds), budget, WorkerSpec.single(), Duration.ofMinutes(1), Duration.ofMinutes(1),
                List.of(OptimizerSpec.of(optimizer)), List.of(TaskSpec.glob(on)));
    }

    private void run(TaskCatalog tasks, Path folder) {
        CampaignPlan plan = platform.planner(tasks).plan(campaign(runs, trials, task));
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            new CampaignRunner(tasks, store, platform.runOptions(threads, folder, new Faults()), CampaignObserver.none(), () -> false,
                    ProvenanceFacts.collect())
                    .execute(plan, "bench");
            store.flush();
        }
    }

    static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
