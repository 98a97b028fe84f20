package org.optbench.tasks.synthetic.pareto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Points on Pareto fronts that have no closed form, found by the numeric search {@code FrontGenerator} in the test sources. One decision vector a line, in an
 * order in which every prefix spreads over the front; a line that begins with {@code #} is a comment.
 */
final class StoredOptima {

    private StoredOptima() {
    }

    /**
     * The first of the stored points, at most {@code points}, array shape {@code [n][d]}.
     *
     * @param name name of the problem
     */
    static double[][] read(String name, int points) {
        String file = name + ".csv";
        try (InputStream stream = StoredOptima.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("No stored front '" + file + "'. Maybe the jar was built without its resources?");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().filter(line -> !line.startsWith("#")).limit(points)
                    .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
