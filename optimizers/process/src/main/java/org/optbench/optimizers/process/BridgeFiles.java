package org.optbench.optimizers.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The Python side of the bridge as a folder for PYTHONPATH, written out once a JVM. */
final class BridgeFiles {

    private static final List<String> FILES = List.of("__init__.py", "__main__.py", "protocol.py", "space.py", "random_search.py", "optuna_bridge.py",
            "smac3_bridge.py", "pycma_bridge.py", "nevergrad_bridge.py");

    private BridgeFiles() {
    }

    /** The folder that holds the package {@code optbench_bridge}. */
    static Path folder() {
        return Holder.FOLDER;
    }

    private static final class Holder {
        private static final Path FOLDER = write();
    }

    private static Path write() {
        try {
            Path folder = Files.createTempDirectory("optbench-bridge");
            Path pack = Files.createDirectories(folder.resolve("optbench_bridge"));
            for (String name : FILES) {
                try (InputStream in = BridgeFiles.class.getResourceAsStream("python/optbench_bridge/" + name)) {
                    if (in == null) {
                        throw new IllegalStateException("File '" + name + "' of the Python bridge is missing in the module. Maybe the jar was built without "
                                + "its resources.");
                    }
                    Files.copy(in, pack.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(pack)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The Python bridge cannot be written to the temporary folder. Maybe it is full", e);
        }
    }

    private static void delete(Path pack) {
        try {
            Path cache = pack.resolve("__pycache__");
            for (Path folder : List.of(cache, pack)) {
                if (Files.isDirectory(folder)) {
                    try (var files = Files.list(folder)) {
                        for (Path file : files.toList()) {
                            Files.deleteIfExists(file);
                        }
                    }
                    Files.deleteIfExists(folder);
                }
            }
            Files.deleteIfExists(pack.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
