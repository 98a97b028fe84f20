package org.optbench.tasks.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Python packages as a folder for PYTHONPATH: where the classes lie, or unpacked from the jar once a JVM. */
final class PythonSources {

    private static final String ROOT = "python";

    private PythonSources() {
    }

    /** A resource of the Python packages, such as {@code optbench_training/workloads.json}. */
    static InputStream resource(String name) {
        InputStream stream = PythonSources.class.getResourceAsStream(ROOT + "/" + name);
        if (stream == null) {
            throw new IllegalStateException("Resource '" + ROOT + "/" + name + "' is missing in the module. Maybe the jar was built without its resources.");
        }
        return stream;
    }

    /** The folder that holds {@code optbench_training} and {@code optbench_algorithms}. */
    static Path folder() {
        return Holder.FOLDER;
    }

    private static final class Holder {
        private static final Path FOLDER = find();
    }

    private static Path find() {
        URL marker = PythonSources.class.getResource(ROOT + "/optbench_training/workloads.json");
        if (marker == null) {
            throw new IllegalStateException("The Python packages are missing in the module. Maybe the jar was built without its resources.");
        }
        try {
            URI uri = marker.toURI();
            return "file".equals(uri.getScheme()) ? parent(parent(Path.of(uri))) : unpack(uri);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The Python packages at " + marker + " cannot be unpacked. Maybe the temporary folder is full", e);
        }
    }

    private static Path unpack(URI marker) throws IOException {
        Path target = Files.createTempDirectory("optbench-python");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(target)));
        try (FileSystem jar = FileSystems.newFileSystem(URI.create(marker.toString().substring(0, marker.toString().indexOf("!/"))), Map.of())) {
            Path root = parent(parent(jar.getPath(marker.toString().substring(marker.toString().indexOf("!/") + 1))));
            List<Path> files;
            try (Stream<Path> walk = Files.walk(root)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            for (Path file : files) {
                Path copy = target.resolve(root.relativize(file).toString());
                Files.createDirectories(parent(copy));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("Path '" + path + "' has no parent.");
        }
        return parent;
    }

    private static void deleteTree(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder '" + folder + "' cannot be deleted", e);
        }
    }
}
