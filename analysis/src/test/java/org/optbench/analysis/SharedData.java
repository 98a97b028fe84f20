package org.optbench.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Finds the optional reference data: system property {@code optbench.shared}, or a folder {@code shared} beside an ancestor. */
public final class SharedData {

    private SharedData() {
    }

    /** The numeric columns of a CSV file with a header and a name in the first column. */
    public static double[][] namedRows(String file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(reference(file)).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            rows.add(Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
        }
        return rows.toArray(double[][]::new);
    }

    public static Path reference(String file) {
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
