package org.optbench.runner.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Workers as processes of this machine, or as one command a shard that hands the worker to some scheduler and stays as long as it runs.
 */
public final class ProcessPool implements WorkerPool {

    private final WorkerCommand worker;
    private final String template;
    private final int shards;
    private final Path logs;
    private final Map<Integer, Process> processes = new TreeMap<>();

    /**
     * @param template line for {@code sh}, with {worker} for the command line of the worker, {shard} and {shards} for its number and how many there are,
     *                 {campaign} for the name of the campaign; empty: the worker itself
     * @param shards   how many workers there are
     * @param logs     folder for the outputs of the workers
     * @throws IllegalArgumentException when the template does not name {worker}
     */
    public ProcessPool(WorkerCommand worker, String template, int shards, Path logs) {
        if (!template.isEmpty() && !template.contains("{worker}")) {
            throw new IllegalArgumentException("Command '" + template + "' does not name {worker}, so that it would start none. "
                    + "Maybe write it like: ssh node{shard} {worker}");
        }
        this.worker = worker;
        this.template = template;
        this.shards = shards;
        this.logs = logs;
    }

    @Override
    public void start(Collection<Integer> numbers) {
        for (int shard : numbers) {
            try {
                Files.createDirectories(logs);
                ProcessBuilder builder = new ProcessBuilder(command(shard)).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(shard).toFile()));
                builder.environment().putAll(worker.environment());
                Process process = builder.start();
                process.getOutputStream().close();
                processes.put(shard, process);
            } catch (IOException e) {
                throw new ClusterException("Worker " + shard + " cannot be started (" + e.getMessage() + "). Maybe the program is not on the path.", e);
            }
        }
    }

    private List<String> command(int shard) {
        if (template.isEmpty()) {
            return worker.words();
        }
        return List.of("sh", "-c", template.replace("{worker}", worker.line()).replace("{shards}", Integer.toString(shards))
                .replace("{shard}", Integer.toString(shard)).replace("{campaign}", worker.campaign()));
    }

    private Path log(int shard) {
        return logs.resolve("worker-" + shard + ".log");
    }

    @Override
    public Set<Integer> running() {
        processes.values().removeIf(process -> !process.isAlive());
        return new TreeSet<>(processes.keySet());
    }

    /** Process ids of the workers, or of the commands that stand for them. */
    public List<Long> pids() {
        return processes.values().stream().map(Process::pid).toList();
    }

    @Override
    public void cancel() {
        processes.values().forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    @Override
    public void kill() {
        processes.values().forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Override
    public String describe() {
        return shards + (template.isEmpty() ? " processes" : " commands") + ", logs in " + logs;
    }
}
