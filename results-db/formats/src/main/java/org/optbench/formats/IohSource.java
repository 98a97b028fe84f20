package org.optbench.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.results.TaskSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * Data of IOHprofiler since 0.3.3 (de Nobel et al., IOHexperimenter, 2024): a JSON file for each algorithm and function that names its data files, in
 * which each run begins with a header line. Raw values of the suite BBOB are distances to the optimum; runs of one instance are numbered as seeds
 * unless they carry a run attribute {@code seed}.
 */
final class IohSource implements RunSource {

    private static final List<String> VALUES = List.of("raw_y", "y", "current_y", "raw_y_best", "transformed_y");

    private final Map<String, Integer> seeds = new HashMap<>();

    @Override
    public void read(Path source, Consumer<ForeignRun> receiver) {
        Archives.open(source, folder -> {
            for (Path file : SourceFiles.find(folder, name -> name.startsWith("IOHprofiler") && name.endsWith(".json"))) {
                file(source, file, Json.object(file), receiver);
            }
        });
    }

    /** What the scenarios of a file share. */
    private record Experiment(String source, Path file, String suite, long function, String name, boolean isMaximized, String algorithm, String version,
            Optional<TaskId> task) {

        boolean isBbob() {
            return suite.equalsIgnoreCase("bbob");
        }
    }

    private void file(Path source, Path file, JsonNode root, Consumer<ForeignRun> receiver) {
        JsonNode scenarios = Json.member(file, root, "scenarios");
        if (!scenarios.isArray()) {
            throw BadFile.of(file, "'scenarios' must be a list.", "it is of another format.");
        }
        Experiment experiment = new Experiment(SourceFiles.name(source), file, Json.text(file, root, "suite"), Json.whole(file, root, "function_id"),
                Json.text(file, root, "function_name"), Json.optional(root, "maximization").map(JsonNode::asBoolean).orElse(false),
                Json.text(file, Json.member(file, root, "algorithm"), "name"), Json.optional(root, "version").map(JsonNode::asString).orElse("unknown"),
                task(root));
        for (JsonNode scenario : scenarios) {
            scenario(experiment, scenario, receiver);
        }
    }

    private static Optional<TaskId> task(JsonNode root) {
        for (JsonNode attribute : Json.optional(root, "experiment_attributes").map(node -> (Iterable<JsonNode>) node).orElse(List.of())) {
            Optional<TaskId> task = Json.optional(attribute, IohExport.TASK).map(node -> TaskId.of(node.asString()));
            if (task.isPresent()) {
                return task;
            }
        }
        return Optional.empty();
    }

    private void scenario(Experiment experiment, JsonNode scenario, Consumer<ForeignRun> receiver) {
        Path index = experiment.file;
        long dimension = Json.whole(index, scenario, "dimension");
        Path data = index.resolveSibling(Json.text(index, scenario, "path").replace('\\', '/'));
        JsonNode runs = Json.member(index, scenario, "runs");
        if (dimension < 1 || !runs.isArray()) {
            throw BadFile.of(index, "a scenario has dimension " + dimension + " and runs " + runs.getNodeType()
                    + ", but 1 or above and a list are needed.", "it was edited.");
        }
        if (!Files.isRegularFile(data)) {
            throw BadFile.of(index, "it names the data file '" + data.getFileName() + "', which is not there.",
                    "the folder was copied without its data_f... folders.");
        }
        List<List<Row>> segments = rows(data);
        if (segments.size() != runs.size()) {
            throw BadFile.of(data, "it holds " + segments.size() + " runs, but '" + SourceFiles.name(index) + "' lists " + runs.size() + ".",
                    "the experiment was stopped within a run.");
        }
        for (int i = 0; i < segments.size(); i++) {
            receiver.accept(run(experiment, (int) dimension, runs.get(i), segments.get(i), data));
        }
    }

    private ForeignRun run(Experiment experiment, int dimension, JsonNode run, List<Row> rows, Path data) {
        long instance = Json.whole(experiment.file, run, "instance");
        long evaluations = Json.whole(experiment.file, run, "evals");
        RunLog log = new RunLog();
        rows.forEach(row -> log.value(row.evaluations, row.value, row.configuration));
        double last = rows.isEmpty() ? 0 : rows.getLast().evaluations;
        if (evaluations < last) {
            throw BadFile.of(data, "a run on instance " + instance + " goes to evaluation " + (long) last + ", but '"
                    + SourceFiles.name(experiment.file) + "' says it has " + evaluations + ".", "files of two experiments were mixed.");
        }
        if (evaluations > last) {
            JsonNode best = Json.member(experiment.file, Json.member(experiment.file, run, "best"), "y");
            log.value(evaluations, best.asDouble(), Configuration.empty());
        }
        TaskSnapshot task = task(experiment, dimension, instance);
        long seed = Json.optional(run, "seed").map(JsonNode::asLong)
                .orElseGet(() -> (long) seeds.merge(experiment.algorithm + "\n" + task.id(), 1, Integer::sum));
        Optional<TaskId> same = experiment.task.or(() -> experiment.isBbob() && instance > 0
                ? Optional.of(ForeignTasks.id("bbob", "f" + experiment.function, "d" + dimension, "i" + instance)) : Optional.empty());
        return new ForeignRun(experiment.algorithm, "iohprofiler " + experiment.version, task, same, experiment.isBbob(), seed, 1, evaluations, "recorded",
                log.events(), new TreeMap<>(Map.of("source", experiment.source + ": " + SourceFiles.name(data))));
    }

    private static TaskSnapshot task(Experiment experiment, int dimension, long instance) {
        Objective value = experiment.isMaximized ? Objective.maximize("raw_y") : Objective.minimize("raw_y");
        TaskId id = ForeignTasks.id("ioh", experiment.suite, "f" + experiment.function + "-" + experiment.name, "d" + dimension, "i" + instance);
        return ForeignTasks.snapshot(id, experiment.name, dimension, TaskClock.WALL, List.of(experiment.isBbob() ? value.withOptimum(0) : value),
                FidelitySpace.none(), Map.of("suite", experiment.suite, "function", experiment.name, "instance", Long.toString(instance)));
    }

    /** A line of data; the value may be no number. */
    private record Row(long evaluations, double value, Configuration configuration) {
    }

    private static List<List<Row>> rows(Path file) {
        List<List<Row>> segments = new ArrayList<>();
        List<String> columns = List.of();
        int value = -1;
        List<String> lines = SourceFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("evaluations")) {
                columns = Arrays.asList(line.split("\\s+"));
                value = VALUES.stream().mapToInt(columns::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
                if (value < 0) {
                    throw BadFile.at(file, i + 1, "its columns are " + columns + ", none of which is one of " + VALUES + ".",
                            "the experiment recorded no objective value.");
                }
                segments.add(new ArrayList<>());
            } else if (!line.isEmpty()) {
                if (segments.isEmpty()) {
                    throw BadFile.at(file, i + 1, "a line of data stands before the first header, which begins 'evaluations'.",
                            "the beginning of the file is lost, or it is of a version before 0.3.3.");
                }
                List<Row> rows = segments.getLast();
                Row row = row(file, i + 1, line, columns, value);
                if (!rows.isEmpty() && row.evaluations <= rows.getLast().evaluations) {
                    throw BadFile.at(file, i + 1, "after evaluation " + rows.getLast().evaluations + " comes " + row.evaluations
                            + ", but evaluations must rise within a run.", "a header line is lost.");
                }
                rows.add(row);
            }
        }
        return segments;
    }

    private static Row row(Path file, long line, String text, List<String> columns, int value) {
        String[] cells = text.split("\\s+");
        if (cells.length != columns.size()) {
            throw BadFile.at(file, line, "it has " + cells.length + " columns, the header " + columns.size() + ".", "the file was cut off.");
        }
        try {
            Map<String, Value> x = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                if (columns.get(i).matches("x\\d+")) {
                    x.put("x" + (Integer.parseInt(columns.get(i).substring(1)) + 1), Value.of(Double.parseDouble(cells[i])));
                }
            }
            return new Row(Long.parseLong(cells[0]), cells[value].equals("None") ? Double.NaN : number(cells[value]), Configuration.of(x));
        } catch (IllegalArgumentException e) {
            throw BadFile.at(file, line, "'" + text + "' has a cell that is no number.", "the file was cut off or edited.");
        }
    }

    private static double number(String cell) {
        return switch (cell) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(cell);
        };
    }
}
