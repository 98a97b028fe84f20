package org.optbench.optimizers.bayes.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Regrets of other programs on the bbob functions in 5-D after 25, 50 and 100 evaluations: the samplers of Optuna (random, multivariate TPE,
 * CMA-ES, GP) and SMAC3's facade for hyperparameters.
 *
 * @param regrets by run, then by program
 */
record Peers(Map<Run, Map<String, Double>> regrets) {
    /** One row of the table; the instance is also the seed. */
    record Run(int function, int instance, int evaluations) {
    }

    /** The table, if the folder of reference data is there: system property {@code optbench.shared}, or {@code shared} beside an ancestor. */
    static Optional<Peers> load() throws IOException {
        Optional<Path> file = find();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Map<Run, Map<String, Double>> regrets = new HashMap<>();
        List<String> lines = Files.readAllLines(file.get());
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Run run = new Run(Integer.parseInt(cells[1]), Integer.parseInt(cells[3]), Integer.parseInt(cells[5]));
            regrets.computeIfAbsent(run, r -> new TreeMap<>()).put(cells[0], Double.parseDouble(cells[6]));
        }
        return Optional.of(new Peers(regrets));
    }

    private static Optional<Path> find() {
        String name = "data/reference/peers_bbob_5d.csv";
        String given = System.getProperty("optbench.shared");
        if (given != null) {
            return Optional.of(Path.of(given, name)).filter(Files::exists);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
