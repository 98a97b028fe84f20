package org.optbench.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds an installed JDK of one feature version by the {@code release} file that every JDK carries, without starting any.
 *
 * @param feature the feature version, for example 25
 * @param homes   folders that may be the home of a JDK, tried first
 * @param parents folders that may hold homes of JDKs, tried next
 */
record JdkFinder(int feature, List<Path> homes, List<Path> parents) {

    JdkFinder {
        homes = List.copyOf(homes);
        parents = List.copyOf(parents);
    }

    /** Where JDKs stand on Linux and macOS, and what the environment names. */
    static JdkFinder usual(int feature, Map<String, String> environment, Path userHome, Path runningJava) {
        List<Path> homes = new ArrayList<>();
        for (String variable : List.of("OPTBENCH_JAVA_HOME", "JAVA_HOME", "JAVA_HOME_" + feature + "_X64", "JAVA_HOME_" + feature + "_ARM64",
                "JDK" + feature)) {
            Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of).ifPresent(homes::add);
        }
        homes.add(runningJava);
        return new JdkFinder(feature, homes,
                List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of("/opt/java"), userHome.resolve(".sdkman/candidates/java"),
                        userHome.resolve(".jdks"), userHome.resolve(".local/share/mise/installs/java"), userHome.resolve(".m2/jdks"),
                        Path.of("/Library/Java/JavaVirtualMachines"), userHome.resolve("Library/Java/JavaVirtualMachines")));
    }

    /** The home of the first JDK of the version. */
    Optional<Path> find() {
        return Stream.concat(homes.stream(), parents.stream().flatMap(JdkFinder::children)).filter(this::matches).findFirst();
    }

    /** Whether the folder is the home of a JDK of the version. */
    boolean matches(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return false;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.split("[.+-]")[0].equals(Integer.toString(feature));
    }

    private static Stream<Path> children(Path parent) {
        if (!Files.isDirectory(parent) || !Files.isReadable(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted().flatMap(entry -> Stream.of(entry, entry.resolve("Contents/Home"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + parent, e);
        }
    }
}
