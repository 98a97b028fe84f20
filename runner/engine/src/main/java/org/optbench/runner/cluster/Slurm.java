package org.optbench.runner.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of Slurm that are needed: sbatch, squeue, scancel. */
final class Slurm {

    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern TASK = Pattern.compile("(\\d+)(?:_(\\d+))?\\s+(\\w+)");

    private final Map<String, String> environment;

    Slurm(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A task of an array and its state, such as RUNNING or PENDING. */
    record Task(String job, int shard, String state) {
    }

    /** @return the id of the job */
    String submit(String script, String array) {
        String answer = call(List.of("sbatch", "--parsable", "--array=" + array, script));
        String id = answer.strip().split(";")[0];
        if (!id.matches("\\d+")) {
            throw new ClusterException("sbatch answered '" + answer.strip() + "', which is no job id.");
        }
        return id;
    }

    /** The tasks of jobs that are not over; jobs that Slurm has forgotten have none. */
    List<Task> tasks(List<String> jobs) {
        List<Task> tasks = new ArrayList<>();
        for (String job : jobs) {
            try {
                String answer = call(List.of("squeue", "--noheader", "--array", "--jobs=" + job, "--format=%i %T"));
                answer.lines().map(TASK::matcher).filter(Matcher::find)
                        .forEach(line -> tasks.add(new Task(job, line.group(2) == null ? 0 : Integer.parseInt(line.group(2)), line.group(3))));
            } catch (ClusterException e) {
                if (!String.valueOf(e.getMessage()).contains("Invalid job id")) {
                    throw e;
                }
            }
        }
        return tasks;
    }

    void cancel(List<String> jobs, String... options) {
        List<String> command = new ArrayList<>(List.of("scancel"));
        command.addAll(List.of(options));
        command.addAll(jobs);
        call(command);
    }

    /** How many tasks are in which state, such as {@code 3 RUNNING, 1 PENDING}. */
    static String summary(List<Task> tasks) {
        Map<String, Integer> counts = new TreeMap<>();
        tasks.forEach(task -> counts.merge(task.state(), 1, Integer::sum));
        List<String> parts = counts.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList();
        return parts.isEmpty() ? "none in the queue" : String.join(", ", parts);
    }

    private String call(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ClusterException(command.getFirst() + " did not answer within " + PATIENCE_SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new ClusterException(command.getFirst() + " failed: " + answer.strip() + ". Maybe the partition, the time limit or an option is wrong, "
                        + "or the controller is down.");
            }
            return answer;
        } catch (IOException e) {
            throw new ClusterException("Slurm's command '" + command.getFirst() + "' cannot be started (" + e.getMessage()
                    + "). Maybe this is no login node of a Slurm cluster.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Waiting for " + command.getFirst() + " was interrupted.", e);
        }
    }
}
