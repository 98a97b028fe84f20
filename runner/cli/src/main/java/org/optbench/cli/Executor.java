package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.optbench.results.ResultStore;
import org.optbench.runner.cluster.ClusterRunner;
import org.optbench.runner.cluster.ProcessPool;
import org.optbench.runner.cluster.SlurmOptions;
import org.optbench.runner.cluster.SlurmPool;
import org.optbench.runner.cluster.WorkerCommand;
import org.optbench.runner.cluster.WorkerPool;
import org.optbench.runner.plan.CampaignPlan;
import picocli.CommandLine.Option;

/** Where the runs of a campaign are executed: options of {@code run}, and the workers they start. */
final class Executor {

    private static final long SHOW_NANOS = 2_000_000_000L;

    private long shown;

    /** Where runs are executed. */
    enum Kind {
        /** In this process. */
        THREADS,
        /** In several processes of this machine. */
        PROCESSES,
        /** By one command a worker. */
        COMMAND,
        /** By array jobs of Slurm. */
        SLURM
    }

    @Option(names = "--executor", defaultValue = "THREADS",
            description = "Where runs are executed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Kind kind;

    @Option(names = "--workers", paramLabel = "N",
            description = "Worker processes of the executors but threads (default: one for each processor here).") private int workers =
                    Runtime.getRuntime().availableProcessors();

    @Option(names = "--command", paramLabel = "LINE", defaultValue = "",
            description = "Of the executor command: a line for sh that starts one worker and stays with it, such as 'ssh node{shard} {worker}'.")
    @SuppressWarnings("NullAway.Init") private String command;

    @Option(names = "--detach",
            description = "Start the workers and return; follow them with: optbench status, end them with: optbench cancel.") private boolean isDetached;

    @Option(names = "--slurm-partition", defaultValue = "", description = "Partition of the workers.")
    @SuppressWarnings("NullAway.Init") private String partition;

    @Option(names = "--slurm-time", paramLabel = "TIME", defaultValue = "", description = "Time limit of a worker, such as 08:00:00.")
    @SuppressWarnings("NullAway.Init") private String time;

    @Option(names = "--slurm-gpus", defaultValue = "0", description = "GPU slots of a worker (default: ${DEFAULT-VALUE}).") private int gpus;

    @Option(names = "--slurm-option", paramLabel = "OPTION",
            description = "Another option of sbatch, such as --account=me; may be repeated.") private List<String> extra = List.of();

    @Option(names = "--slurm-template", paramLabel = "FILE", defaultValue = "",
            description = "Your own job script; the one that comes with optbench is written beside the results.")
    @SuppressWarnings("NullAway.Init") private Path template;

    boolean isLocal() {
        return kind == Kind.THREADS;
    }

    boolean isDetached() {
        return isDetached;
    }

    /** @throws RefusedException when the options do not go together */
    void check(Database database) {
        if (kind == Kind.SLURM && !database.isServer()) {
            throw new RefusedException("The executor slurm needs a database that every node reaches, and " + database.place() + " is a file. "
                    + "Maybe add: --db jdbc:postgresql://HOST/DATABASE --db-user USER");
        }
        if (kind == Kind.COMMAND && command.isEmpty()) {
            throw new RefusedException("The executor command needs --command. Maybe write: --command 'ssh node{shard} {worker}'");
        }
        if (isDetached && kind != Kind.SLURM) {
            throw new RefusedException("Only workers of Slurm go on without this process. Maybe leave --detach out, or add: --executor slurm");
        }
    }

    /** Starts workers on a registered campaign and follows them to the end, or leaves them to themselves. */
    void execute(ResultStore store, CampaignPlan plan, List<String> arguments, Database database, int threads, GracefulStop stop, PrintWriter out) {
        WorkerPool pool = pool(plan.campaign().name(), arguments, database, threads);
        ClusterRunner runner = new ClusterRunner(store, plan, pool, workers, Duration.ofMillis(kind == Kind.SLURM ? 1000 : 200), stop::isAsked);
        if (isDetached) {
            runner.launch();
            out.println("Started " + pool.describe());
            return;
        }
        AtomicReference<ClusterRunner.@Nullable Look> last = new AtomicReference<>();
        runner.follow(() -> StaleRuns.release(store, plan.campaign().name()), look -> {
            ClusterRunner.Look before = last.getAndSet(look);
            if (before == null || (before.done() != look.done() && System.nanoTime() - shown > SHOW_NANOS)) {
                shown = System.nanoTime();
                out.printf("%d of %d runs done, %d running, %d workers%n", look.done(), look.runs(), look.running(), look.workers());
                out.flush();
            }
        });
    }

    private WorkerPool pool(String campaign, List<String> arguments, Database database, int threads) {
        Path folder = database.folder().toAbsolutePath();
        WorkerCommand worker = new WorkerCommand(campaign, words(folder, arguments, campaign, threads), database.environment());
        return switch (kind) {
            case THREADS -> throw new IllegalStateException("Threads need no workers");
            case PROCESSES -> new ProcessPool(worker, "", workers, folder.resolve("logs"));
            case COMMAND -> new ProcessPool(worker, command, workers, folder.resolve("logs"));
            case SLURM -> new SlurmPool(worker, new SlurmOptions(partition, time, gpus, threads, extra, template), folder);
        };
    }

    /** The command line of a worker: this JVM with its options. They go through a file: the class path is long and a URL may hold a password. */
    private static List<String> words(Path folder, List<String> arguments, String campaign, int threads) {
        List<String> lines = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib") && !option.startsWith("-Xrun")).toList());
        lines.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass(), "work", campaign, "--threads", Integer.toString(threads)));
        lines.addAll(arguments);
        Path file = folder.resolve(campaign + "-worker.args");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, lines.stream().map(line -> "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"").toList());
        } catch (IOException e) {
            throw new UncheckedIOException("File '" + file + "' cannot be written", e);
        }
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
    }

    private static String mainClass() {
        return System.getProperty("optbench.main", OptbenchCommand.class.getName());
    }
}
