package org.optbench.runner.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a worker process is started.
 *
 * @param campaign    name of the campaign, for the names of jobs
 * @param words       program and arguments; the same for every shard
 * @param environment variables to set beside those of this process, such as a password, which must not stand on a command line
 */
public record WorkerCommand(String campaign, List<String> words, Map<String, String> environment) {

    public WorkerCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Worker command without a program.");
        }
    }

    /** The words as one line for a POSIX shell. */
    public String line() {
        return words.stream().map(WorkerCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
