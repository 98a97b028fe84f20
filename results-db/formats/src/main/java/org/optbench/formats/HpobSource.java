package org.optbench.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.TaskClock;
import org.optbench.results.TaskSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * Results of HPO-B (Pineda Arango et al., HPO-B, NeurIPS 2021): a JSON file per method, search space, data set, seed {@code test0} ...
 * {@code test4}, then the best normalised accuracy so far. The first number stands after the 5 evaluations of the initial design, each further one
 * after one more. Only best values are recorded: no configuration is known.
 */
final class HpobSource implements RunSource {

    private static final int INITIAL_DESIGN = 5;

    @Override
    public void read(Path source, Consumer<ForeignRun> receiver) {
        for (Path file : SourceFiles.find(source, name -> name.endsWith(".json"))) {
            String method = SourceFiles.name(file).replaceFirst("\\.json$", "");
            JsonNode spaces = Json.object(file);
            Json.each(file, spaces, "search spaces", (space, sets) -> Json.each(file, sets, "data sets of search space '" + space + "'",
                    (set, seeds) -> Json.each(file, seeds, "seeds of data set '" + set + "'",
                            (seed, values) -> receiver.accept(run(file, method, List.of(space, set, seed), values)))));
        }
    }

    private static ForeignRun run(Path file, String method, List<String> path, JsonNode values) {
        String where = String.join("/", path);
        if (!values.isArray() || values.isEmpty()) {
            throw BadFile.of(file, "'" + where + "' must be a list of accuracies.", "it is not a file of HPO-B results.");
        }
        RunLog log = new RunLog();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNumber()) {
                throw BadFile.of(file, "'" + where + "' holds " + values.get(i) + " at position " + i + ", which is no number.",
                        "the file was cut off or edited.");
            }
            double value = values.get(i).doubleValue();
            if (value < best - 1e-12) {
                throw BadFile.of(file, "'" + where + "' goes from " + best + " down to " + value + " at position " + i
                        + ", but the best accuracy so far never falls.", "the values are those of single steps.");
            }
            best = Math.max(best, value);
            log.value(INITIAL_DESIGN + i, value, Configuration.empty());
        }
        TaskSnapshot task = ForeignTasks.snapshot(ForeignTasks.id("hpo-b", path.get(0), path.get(1)), "search space " + path.get(0), 1, TaskClock.WALL,
                List.of(Objective.maximize("normalised accuracy").withOptimum(1)), FidelitySpace.none(),
                Map.of("search_space", path.get(0), "data_set", path.get(1)));
        return new ForeignRun(method, "hpo-b", task, Optional.empty(), false, seed(file, path.get(2)), 1, log.spent(), "recorded", log.events(),
                new TreeMap<>(Map.of("source", SourceFiles.name(file))));
    }

    private static long seed(Path file, String name) {
        if (!name.matches("test\\d{1,9}")) {
            throw BadFile.of(file, "the seed is called '" + name + "', but it must read test0, test1, ...", "it is not a file of HPO-B results.");
        }
        return Long.parseLong(name.substring("test".length()));
    }
}
