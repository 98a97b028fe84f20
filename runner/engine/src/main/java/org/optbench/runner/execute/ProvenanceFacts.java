package org.optbench.runner.execute;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optbench.results.Provenance;

/** Collects what a result may depend on beside its run: program, JVM, machine. */
public final class ProvenanceFacts {

    private ProvenanceFacts() {
    }

    public static Provenance collect() {
        TreeMap<String, String> facts = new TreeMap<>();
        put(facts, "optbench", Optional.ofNullable(ProvenanceFacts.class.getPackage().getImplementationVersion()).or(() -> Optional.of("development")));
        put(facts, "java", Optional.of(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")));
        put(facts, "jvm_flags", Optional.of(String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments())));
        put(facts, "os", Optional.of(System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch")));
        put(facts, "cores", Optional.of(Integer.toString(Runtime.getRuntime().availableProcessors())));
        put(facts, "heap_mb", Optional.of(Long.toString(Runtime.getRuntime().maxMemory() >> 20)));
        put(facts, "load", Optional.of(String.format(Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
        put(facts, "cpu", line("/proc/cpuinfo", "model name"));
        put(facts, "memory", line("/proc/meminfo", "MemTotal"));
        put(facts, "host", host());
        put(facts, "gpu", line("/proc/driver/nvidia/version", "NVRM version"));
        put(facts, "container", Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv")) ? Optional.of("yes") : Optional.empty());
        Calibration calibration = Calibration.measure();
        put(facts, "calibration_seconds", Optional.of(String.format(Locale.ROOT, "%.3e", calibration.medianSeconds())));
        put(facts, "calibration_best_seconds", Optional.of(String.format(Locale.ROOT, "%.3e", calibration.bestSeconds())));
        put(facts, "calibration_reference_seconds", Optional.of(String.format(Locale.ROOT, "%.3e", Calibration.REFERENCE_SECONDS)));
        put(facts, "environment", Optional.of(fingerprint(facts)));
        put(facts, "commit", commit(Path.of("").toAbsolutePath()));
        return new Provenance(Instant.now(), facts);
    }

    /** One short word for the facts that results may depend on, so that environments are told apart at a glance; load and measured times are left out. */
    private static String fingerprint(TreeMap<String, String> facts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            facts.forEach((name, value) -> {
                if (!name.equals("load") && !name.startsWith("calibration") && !name.equals("host")) {
                    digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void put(TreeMap<String, String> facts, String name, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> facts.put(name, text.strip()));
    }

    private static Optional<String> line(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    /** The commit of the repository that the process was started in, read from its files. */
    private static Optional<String> commit(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path head = at.resolve(".git/HEAD");
            try {
                if (Files.isRegularFile(head)) {
                    String text = Files.readString(head).strip();
                    Path ref = at.resolve(".git").resolve(text.replaceFirst("^ref: ", ""));
                    return Optional.of(text.startsWith("ref: ") && Files.isRegularFile(ref) ? Files.readString(ref).strip() : text);
                }
            } catch (IOException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
