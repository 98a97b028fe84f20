package org.optbench.tasks.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running worker: its lines as they come, the tail of its log, and a kill that reaches every descendant. One thread reads from it. */
final class WorkerProcess implements AutoCloseable {

    private static final int TAIL_LINES = 60;
    private static final long DRAIN_MILLIS = 2000;

    /** What a worker does next. */
    sealed interface Event {

        /** A line of its standard output or error. */
        record Line(String text, boolean isError) implements Event {
        }

        /** It has ended and all its lines were read. */
        record Ended(int exitCode) implements Event {
        }
    }

    private final Process process;
    private final ProcessTree tree;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch streams = new CountDownLatch(2);
    private final ArrayDeque<String> tail = new ArrayDeque<>();

    private WorkerProcess(Process process, String token) {
        this.process = process;
        this.tree = new ProcessTree(process, token);
    }

    /**
     * Starts a command.
     *
     * @param environment added to that of this process
     * @throws IOException when the program cannot be started
     */
    static WorkerProcess start(List<String> command, Path directory, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        String token = UUID.randomUUID().toString();
        builder.environment().put(ProcessTree.TOKEN, token);
        WorkerProcess worker = new WorkerProcess(builder.start(), token);
        worker.read(worker.process.getInputStream(), false);
        worker.read(worker.process.getErrorStream(), true);
        Thread.ofVirtual().name("worker-end").start(worker::awaitEnd);
        return worker;
    }

    /** The next event, or nothing within the time. */
    Optional<Event> poll(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Writes a line to the worker; a worker that has ended will say so by its events. */
    void send(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // the pipe is closed: Ended follows
        }
    }

    /** Closes its standard input: one-shot workers get none. */
    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input of worker " + process.pid() + " cannot be closed", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of its output and error. */
    String tail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    void clearTail() {
        synchronized (tail) {
            tail.clear();
        }
    }

    ProcessTree tree() {
        return tree;
    }

    @Override
    public void close() {
        tree.kill();
    }

    private void read(InputStream stream, boolean isError) {
        Thread.ofVirtual().name("worker-lines").start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    remember(line);
                    events.add(new Event.Line(line, isError));
                }
            } catch (IOException e) {
                remember("(the worker's " + (isError ? "error" : "output") + " broke off: " + e.getMessage() + ")");
            } finally {
                streams.countDown();
            }
        });
    }

    private void remember(String line) {
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
            }
        }
    }

    private void awaitEnd() {
        try {
            int exitCode = process.waitFor();
            // A descendant may hold the pipes open after the worker's own end; its lines are not waited for.
            boolean drained = streams.await(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
            if (!drained) {
                remember("(a descendant of the worker still holds its output)");
            }
            events.add(new Event.Ended(exitCode));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
