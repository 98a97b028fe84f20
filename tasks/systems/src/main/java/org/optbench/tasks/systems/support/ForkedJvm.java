package org.optbench.tasks.systems.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Finding;
import org.optbench.model.task.Progress;

/**
 * Runs a program in a virtual machine of its own and reads the measurements that it prints. One at a time in this process, so that measurements do not
 * disturb each other; a run that lasts too long or is not wanted any more is killed with all its descendants.
 */
public final class ForkedJvm {

    /** Line prefix of a measurement, {@code optbench:name=number}. */
    public static final String MARK = "optbench:";

    private static final Semaphore SLOT = new Semaphore(1, true);
    private static final long POLL_MILLIS = 10;
    private static final int TAIL = 400;

    private final List<Path> classPath;
    private final String mainClass;

    /**
     * @param classPath jars and folders
     * @param mainClass to start
     */
    public ForkedJvm(List<Path> classPath, String mainClass) {
        this.classPath = List.copyOf(classPath);
        this.mainClass = mainClass;
    }

    /** How a run ended. */
    public sealed interface Result {

        /**
         * It ended well.
         *
         * @param measurements that it printed, by name
         * @param seconds      of wall time from start to end
         */
        record Done(Map<String, Double> measurements, double seconds) implements Result {
        }

        /** It was killed after the time limit. */
        record TimedOut(double seconds) implements Result {
        }

        /** It was killed because its result was not wanted any more. */
        record Cancelled() implements Result {
        }

        /**
         * It ended with an error.
         *
         * @param output the end of what it wrote
         */
        record Failed(int exitCode, String output, double seconds) implements Result {

            public boolean isOutOfMemory() {
                return output.contains("OutOfMemoryError") || output.contains("Too small maximum heap");
            }
        }
    }

    /** Whether this Java has a launcher. */
    public static Availability availability() {
        return Files.isExecutable(launcher()) ? Availability.available()
                : new Availability.Missing("The Java launcher " + launcher() + " is not there.", "Run optbench on a full JDK 25.");
    }

    /** What the platform's doctor says of it. */
    public static Finding finding() {
        return switch (availability()) {
            case Availability.Available() -> new Finding("Java launcher", true, launcher().toString(), "");
            case Availability.Missing(String reason, String remedy) -> new Finding("Java launcher", false, reason, remedy);
        };
    }

    /** Where a class was loaded from: a jar or a folder. */
    public static Path locate(Class<?> type) {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "code source").getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The location of " + type + " is no path", e);
        }
    }

    /**
     * Runs the program.
     *
     * @param folder  its working folder, created if absent; emptied of its output afterwards
     * @param options of the virtual machine
     * @throws IOException          when it cannot be started
     * @throws InterruptedException when the thread was interrupted; the program is killed then
     */
    public Result run(Path folder, List<String> options, List<String> arguments, Duration limit, Progress progress)
            throws IOException, InterruptedException {
        while (!SLOT.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (progress.isCancelled()) {
                return new Result.Cancelled();
            }
        }
        try {
            Files.createDirectories(folder);
            Path output = Files.createTempFile(folder, "fork", ".txt");
            try {
                return start(folder, output, options, arguments, limit, progress);
            } finally {
                Files.deleteIfExists(output);
            }
        } finally {
            SLOT.release();
        }
    }

    private Result start(Path folder, Path output, List<String> options, List<String> arguments, Duration limit, Progress progress)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (progress.isCancelled()) {
                    return new Result.Cancelled();
                }
                if (System.nanoTime() - began > limit.toNanos()) {
                    return new Result.TimedOut(seconds(began));
                }
            }
            double seconds = seconds(began);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? new Result.Done(measurements(text), seconds)
                    : new Result.Failed(process.exitValue(), text.substring(Math.max(0, text.length() - TAIL)).strip(), seconds);
        } finally {
            kill(process);
        }
    }

    /** Ends the process and its descendants, and waits for that. */
    private static void kill(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        descendants.forEach(descendant -> descendant.onExit().join());
    }

    private static Map<String, Double> measurements(String text) {
        Map<String, Double> found = new TreeMap<>();
        text.lines().filter(line -> line.startsWith(MARK) && line.indexOf('=') > 0).forEach(line -> found
                .put(line.substring(MARK.length(), line.indexOf('=')), Double.parseDouble(line.substring(line.indexOf('=') + 1))));
        return found;
    }

    /** Deletes a folder with all it holds. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " cannot be deleted", e);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }

    private static Path launcher() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }
}
