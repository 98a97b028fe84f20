package org.optbench.indicators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Finds the optional reference data: system property {@code optbench.shared}, or a folder {@code shared} beside an ancestor. */
final class SharedData {

    private SharedData() {
    }

    static double[][] points(String file) throws IOException {
        Path path = reference(file);
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(Arrays.stream(line.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray());
            }
        }
        return rows.toArray(double[][]::new);
    }

    static Path reference(String file) {
        String configured = System.getProperty("optbench.shared");
        if (configured != null) {
            return existing(Path.of(configured), file);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        return existing(folder == null ? Path.of("shared") : folder.resolve("shared"), file);
    }

    private static Path existing(Path shared, String file) {
        Path path = shared.resolve("data/reference").resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "reference data not found: " + path + "; set -Doptbench.shared");
        return path;
    }
}
