package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.model.task.TaskCatalog;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunQuery;
import org.optbench.results.StoreOptions;
import org.optbench.runner.campaign.CampaignSpec;
import org.optbench.runner.campaign.OptimizerSpec;
import org.optbench.runner.execute.CampaignObserver;
import org.optbench.runner.execute.CampaignResult;
import org.optbench.runner.execute.CampaignRunner;
import org.optbench.runner.execute.ProvenanceFacts;
import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.plan.PlannedRun;
import org.optbench.runner.run.RunResult;

/**
 * Many runs through the engine into one H2 file, then analysed. Runs with odd and with even seeds stand under two names, so that there are two
 * optimizers to rank.
 */
final class StoreBench {

    private static final int POINTS = 10;

    private final Platform platform;
    private final TaskCatalog tasks;
    private final CampaignSpec campaign;
    private final int threads;
    private final Path folder;
    private final PrintWriter out;

    /** @param campaign of one optimizer */
    StoreBench(Platform platform, TaskCatalog tasks, CampaignSpec campaign, int threads, Path folder, PrintWriter out) {
        this.platform = platform;
        this.tasks = tasks;
        this.campaign = campaign;
        this.threads = threads;
        this.folder = folder;
        this.out = out;
    }

    void run() throws IOException {
        say("%d runs of %s on %s, %d threads, one H2 file%n", campaign.seeds().count(), campaign.optimizers().getFirst().id(),
                campaign.tasks().getFirst().selector(), threads);
        long start = System.nanoTime();
        CampaignPlan plan = plan();
        say("planned in %.1f s, %s%n", since(start), heap());
        long trials;
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            Progress progress = new Progress(plan.runs().size());
            CampaignRunner runner = new CampaignRunner(tasks, store, platform.runOptions(threads, folder, new Faults()), progress, () -> false,
                    ProvenanceFacts.collect());
            start = System.nanoTime();
            runner.register(plan, "bench");
            say("registered in %.1f s, %s%n", since(start), heap());
            progress.start();
            start = System.nanoTime();
            CampaignResult result = runner.executeRegistered(plan);
            store.flush();
            double seconds = since(start);
            trials = store.reader().progress(campaign.name()).trials();
            say("recorded %d runs, %d trials in %.1f s: %.0f durable trials/s, %.1f us a trial, %d runs failed%n", result.finished(), trials, seconds,
                    trials / seconds, seconds / trials * 1e6, result.failed().size());
            analyse(store.reader());
        }
        double bytes = BenchCommand.size(folder.resolve("results.mv.db"));
        say("results take %.0f MB, %.1f bytes a trial%n", bytes / 1e6, bytes / trials);
    }

    private CampaignPlan plan() {
        OptimizerSpec one = campaign.optimizers().getFirst();
        List<OptimizerSpec> both = List.of(new OptimizerSpec(one.id(), one.id() + ", odd seeds", one.settings(), one.options(), one.where()),
                new OptimizerSpec(one.id(), one.id() + ", even seeds", one.settings(), one.options(), one.where()));
        CampaignPlan all = platform.planner(tasks).plan(new CampaignSpec(campaign.name(), campaign.description(), campaign.seeds(), campaign.budget(),
                campaign.workers(), campaign.trialTimeLimit(), campaign.askTimeLimit(), both, campaign.tasks()));
        List<PlannedRun> kept = new ArrayList<>(all.runs());
        kept.removeIf(run -> run.optimizerName().equals(both.get((int) (run.seed() % 2)).name()));
        return new CampaignPlan(all.campaign(), all.tasks(), kept, all.skipped());
    }

    private void analyse(ResultReader reader) {
        peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        CampaignRuns runs = CampaignRuns.read(reader, RunQuery.ofCampaign(campaign.name()));
        double read = since(start);
        start = System.nanoTime();
        Optional<Ranking> ranking = Ranking.of(runs.table(), runs.table().completeTasks(), Policies.standard());
        say("analysed in %.1f s: %d runs read in %.1f s, ranked in %.1f s, P(odd seeds are better) = %.3f; %s%n", read + since(start),
                runs.table().totalRuns(), read, since(start), ranking.map(r -> r.effects()[1][0]).orElse(Double.NaN), heap());
        start = System.nanoTime();
        Path report = Reports.write(reader, campaign.name(), folder);
        say("reported in %.1f s, %.1f MB of HTML, %s%n", since(start), report.toFile().length() / 1e6, heap());
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    /** What is live now, and the most that was in use since it was last asked, dead objects included. */
    private static String heap() {
        long peak = peaks().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        ManagementFactory.getMemoryMXBean().gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
        return String.format(Locale.ROOT, "heap: %.0f MB live, %.0f MB at most", live / 1e6, peak / 1e6);
    }

    /** Shows throughput and memory as every tenth of the runs ends. */
    private final class Progress implements CampaignObserver {

        private final int runs;
        private final AtomicInteger ended = new AtomicInteger();
        private volatile long begun;

        Progress(int runs) {
            this.runs = runs;
        }

        void start() {
            begun = System.nanoTime();
        }

        @Override
        public void ended(PlannedRun run, RunResult result) {
            int now = ended.incrementAndGet();
            if ((long) now * POINTS / runs > (now - 1L) * POINTS / runs) {
                double seconds = since(begun);
                say("  %d runs after %.1f s, %s%n", now, seconds, heap());
            }
        }
    }
}
