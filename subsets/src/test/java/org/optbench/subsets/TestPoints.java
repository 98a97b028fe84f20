package org.optbench.subsets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;

/** Point sets for tests. */
final class TestPoints {

    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    private TestPoints() {
    }

    /** Halton points with index 1 to n. */
    static double[][] halton(int n, int d) {
        double[][] p = new double[n][d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                double f = 1.0;
                for (int v = i + 1; v > 0; v /= PRIMES[j]) {
                    f /= PRIMES[j];
                    p[i][j] += f * (v % PRIMES[j]);
                }
            }
        }
        return p;
    }

    /** Random points, on a coarse grid (with ties, zeros and ones) or not. */
    static double[][] random(RandomGenerator r, int n, int d, int grid) {
        double[][] p = new double[n][d];
        for (double[] q : p) {
            for (int j = 0; j < d; j++) {
                q[j] = grid == 0 ? r.nextDouble() : (double) r.nextInt(grid + 1) / grid;
            }
        }
        return p;
    }

    /** A matrix of the shared reference data; the test is skipped where the data is not there. */
    static double[][] shared(String file) {
        Optional<Path> folder = sharedFolder();
        Assumptions.assumeTrue(folder.isPresent(),
                "reference data not found: no system property optbench.shared and no folder shared/data above " + Path.of("").toAbsolutePath());
        Path path = folder.orElseThrow().resolve("data/reference/discrepancy").resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "reference data not found: " + path);
        try {
            return Files.readAllLines(path).stream().filter(l -> !l.isBlank())
                    .map(l -> Arrays.stream(l.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> sharedFolder() {
        String property = System.getProperty("optbench.shared", "");
        if (!property.isEmpty()) {
            return Optional.of(Path.of(property));
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("shared/data"))) {
                return Optional.of(p.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
