package org.optbench.runner.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Workers as the tasks of Slurm array jobs. The ids of the jobs are kept in a file beside the results, so that a later process can follow or cancel
 * them. A question that Slurm does not answer for a while changes nothing.
 */
public final class SlurmPool implements WorkerPool {

    private static final System.Logger LOGGER = System.getLogger("org.optbench.runner");

    private final Slurm slurm;
    private final WorkerCommand worker;
    private final SlurmOptions options;
    private final Path folder;
    private final List<String> jobs;
    private Set<Integer> lastSeen = new TreeSet<>();

    /**
     * @param folder of the results, which all nodes see under this path
     */
    public SlurmPool(WorkerCommand worker, SlurmOptions options, Path folder) {
        this.worker = worker;
        this.options = options;
        this.folder = folder.toAbsolutePath();
        this.slurm = new Slurm(worker.environment());
        this.jobs = new ArrayList<>(jobs(this.folder, worker.campaign()));
    }

    /** Says how the recorded jobs of a campaign stand; empty when there are none. */
    public static String status(Path folder, String campaign) {
        List<String> known = jobs(folder, campaign);
        if (known.isEmpty()) {
            return "";
        }
        String jobs = "Slurm jobs " + String.join(", ", known) + ": ";
        try {
            return jobs + Slurm.summary(new Slurm(Map.of()).tasks(known));
        } catch (ClusterException e) {
            return jobs + e.getMessage();
        }
    }

    /** Cancels the recorded jobs of a campaign gracefully; their ids. */
    public static List<String> cancel(Path folder, String campaign) {
        List<String> known = jobs(folder, campaign);
        Slurm slurm = new Slurm(Map.of());
        List<String> live = slurm.tasks(known).stream().map(Slurm.Task::job).distinct().toList();
        if (!live.isEmpty()) {
            slurm.cancel(live);
        }
        return live;
    }

    private static Path jobFile(Path folder, String campaign) {
        return folder.resolve(campaign + ".slurm-jobs");
    }

    private static List<String> jobs(Path folder, String campaign) {
        Path file = jobFile(folder, campaign);
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList() : List.of();
        } catch (IOException e) {
            throw new ClusterException("File '" + file + "' with the ids of the jobs cannot be read (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void start(Collection<Integer> shards) {
        if (shards.isEmpty()) {
            return;
        }
        try {
            Path script = script();
            jobs.add(slurm.submit(script.toString(), shards.stream().sorted().map(String::valueOf).collect(Collectors.joining(","))));
            Files.write(jobFile(folder, worker.campaign()), jobs);
            lastSeen.addAll(shards);
        } catch (IOException e) {
            throw new ClusterException("The job script cannot be written to '" + folder + "' (" + e.getMessage() + "). Maybe choose another --results.", e);
        }
    }

    private Path script() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        String text = template().replace("{{job}}", "optbench-" + worker.campaign()).replace("{{logs}}", logs.toString())
                .replace("{{directives}}", options.directives()).replace("{{worker}}", worker.line());
        return Files.writeString(folder.resolve(worker.campaign() + ".sbatch"), text);
    }

    private String template() throws IOException {
        if (options.template().toString().isEmpty()) {
            return standardTemplate();
        }
        if (!Files.isReadable(options.template())) {
            throw new ClusterException("Slurm template '" + options.template() + "' cannot be read. Maybe its path is mistyped.");
        }
        String text = Files.readString(options.template());
        if (!text.contains("{{worker}}")) {
            throw new ClusterException("Slurm template '" + options.template() + "' does not name {{worker}}, so that it would start none.");
        }
        return text;
    }

    /** The template that comes with optbench. */
    public static String standardTemplate() {
        try (InputStream in = Objects.requireNonNull(SlurmPool.class.getResourceAsStream("worker.sbatch"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ClusterException("The Slurm template of the program cannot be read.", e);
        }
    }

    @Override
    public Set<Integer> running() {
        try {
            lastSeen = slurm.tasks(jobs).stream().filter(task -> !task.state().equals("COMPLETING")).map(Slurm.Task::shard)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (ClusterException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> e.getMessage() + " Asking again.");
        }
        return new TreeSet<>(lastSeen);
    }

    @Override
    public void cancel() {
        cancel(folder, worker.campaign());
    }

    @Override
    public void kill() {
        List<String> live = slurm.tasks(jobs).stream().map(Slurm.Task::job).distinct().toList();
        if (!live.isEmpty()) {
            slurm.cancel(live, "--signal=KILL", "--full");
            slurm.cancel(live);
        }
    }

    @Override
    public String describe() {
        return "Slurm jobs " + String.join(", ", jobs) + ", script " + folder.resolve(worker.campaign() + ".sbatch") + ", logs in " + folder.resolve("logs");
    }
}
