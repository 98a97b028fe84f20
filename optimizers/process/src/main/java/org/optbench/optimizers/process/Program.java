package org.optbench.optimizers.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running program that answers each line of JSON on its standard input with one on its standard output; what it writes to standard error is kept. */
final class Program implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TAIL = 20;
    private static final String END = "";
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<String> command;
    private final Duration patience;
    private final Process process;
    private final BufferedWriter input;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Deque<String> errors = new ArrayDeque<>();

    /**
     * Starts the program.
     *
     * @param patience longest wait for an answer
     * @throws IllegalArgumentException when it cannot be started
     */
    Program(List<String> command, Map<String, String> environment, Path folder, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalArgumentException("The program '" + String.join(" ", command) + "' cannot be started: " + e.getMessage()
                    + ". Maybe its path is wrong, or it is not installed.", e);
        }
        input = process.outputWriter();
        Thread.ofVirtual().start(() -> drain(process.inputReader(), true));
        Thread.ofVirtual().start(() -> drain(process.errorReader(), false));
    }

    private void drain(BufferedReader reader, boolean isAnswer) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (isAnswer && !line.isBlank()) {
                    lines.add(line);
                } else if (!isAnswer) {
                    remember(line);
                }
            }
        } catch (IOException e) {
            remember(String.valueOf(e.getMessage()));
        }
        if (isAnswer) {
            lines.add(END);
        }
    }

    private void remember(String line) {
        synchronized (errors) {
            errors.addLast(line);
            if (errors.size() > TAIL) {
                errors.removeFirst();
            }
        }
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @throws IllegalStateException when the program ends, is silent for too long, answers with something else than an object, or with {@code error}
     */
    JsonNode call(JsonNode message) {
        try {
            input.write(JSON.writeValueAsString(message));
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw ended(e);
        }
        String line = next();
        JsonNode answer;
        try {
            answer = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalStateException(name() + " answered '" + shortened(line) + "', which is not JSON. Maybe it prints other things to standard output: "
                    + "they belong to standard error.", e);
        }
        if (!answer.isObject()) {
            throw new IllegalStateException(name() + " answered '" + shortened(line) + "': an object is needed.");
        }
        if (answer.has("error")) {
            throw new IllegalStateException(name() + " says: " + answer.get("error").asString());
        }
        return answer;
    }

    private String next() {
        try {
            String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                kill();
                throw new IllegalStateException(name() + " did not answer within " + patience.toSeconds() + " s and was killed." + tail());
            }
            if (line.equals(END)) {
                throw ended(null);
            }
            return line;
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for " + name() + " was interrupted.", e);
        }
    }

    private IllegalStateException ended(@org.jspecify.annotations.Nullable Exception cause) {
        Optional<Integer> code = Optional.empty();
        try {
            if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                code = Optional.of(process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return new IllegalStateException(name() + " ended" + code.map(c -> " with exit code " + c).orElse("") + " without an answer." + tail(), cause);
    }

    private String tail() {
        synchronized (errors) {
            return errors.isEmpty() ? " It wrote nothing to standard error." : " Its last lines: " + String.join(" | ", errors);
        }
    }

    private String name() {
        return "The program '" + String.join(" ", command) + "'";
    }

    private static String shortened(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Closes its input, which asks it to end, and kills it when it does not. */
    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            remember(String.valueOf(e.getMessage()));
        }
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
