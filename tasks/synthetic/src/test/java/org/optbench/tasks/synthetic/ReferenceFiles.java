package org.optbench.tasks.synthetic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the files of reference values: system property {@code optbench.shared}, else {@code shared/data} beside an ancestor folder. */
public final class ReferenceFiles {

    /** A row of a COCO reference file. */
    public record Row(String id, int function, int instance, int dimension, int integers, String optimum, double[] x, double[] y, double[] c) {}

    private ReferenceFiles() {}

    /** All lines but the header, or a skipped test with the reason when the file is not there. */
    public static List<String> lines(String name) {
        Optional<Path> file = folder().map(folder -> folder.resolve("reference").resolve(name)).filter(Files::exists);
        assumeTrue(file.isPresent(), "Reference file " + name + " is not there: set -Doptbench.shared or place shared/data beside the project");
        try {
            List<String> lines = Files.readAllLines(file.orElseThrow());
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a COCO file: problem_id; dim; nobj; ncon; nint; fopt; x; y; c. */
    public static List<Row> coco(String name) {
        return lines(name).stream().map(ReferenceFiles::row).toList();
    }

    /** Parses comma-separated numbers; an empty text is an empty array. */
    public static double[] numbers(String text) {
        return text.isEmpty() ? new double[0] : Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Row row(String line) {
        String[] part = line.split(";", -1);
        String[] id = part[0].split("_");
        return new Row(part[0], Integer.parseInt(id[1].substring(1)), Integer.parseInt(id[2].substring(1)), Integer.parseInt(part[1]),
                Integer.parseInt(part[4]), part[5], numbers(part[6]), numbers(part[7]), numbers(part[8]));
    }

    private static Optional<Path> folder() {
        String set = System.getProperty("optbench.shared");
        if (set != null) {
            Path given = Path.of(set);
            return Optional.of(Files.isDirectory(given.resolve("data")) ? given.resolve("data") : given);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("shared").resolve("data"))) {
                return Optional.of(p.resolve("shared").resolve("data"));
            }
        }
        return Optional.empty();
    }
}
