package org.optbench.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes finished runs of tasks with one objective as IOHprofiler data, which IOHanalyzer reads: a folder for each optimizer, in it a JSON file for
 * each function and the improvements of each run. The functions of {@code bbob} keep their numbers and are written as distances to the optimum, as
 * IOHexperimenter does; every other task becomes a function of its own, numbered in the order of ids.
 */
public final class IohExport {

    /** Experiment attribute that holds the id of a task outside of BBOB. */
    static final String TASK = "optbench_task";

    private static final Pattern BBOB = Pattern.compile("bbob/f(\\d+)/d(\\d+)/i(\\d+)");
    private static final String FORMAT_VERSION = "0.3.5";
    private static final int FIRST_OTHER = 1001;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ResultReader reader;
    private final Map<String, String> leftOut = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private int runs;

    private IohExport(ResultReader reader) {
        this.reader = reader;
    }

    /**
     * Exports the runs of a query that are done. Memory stays that of the largest run.
     *
     * @param folder must not hold data of these optimizers already
     * @throws IllegalArgumentException when it does
     * @throws UncheckedIOException     when it cannot be written
     */
    public static ExchangeSummary write(ResultReader reader, RunQuery query, Path folder) {
        IohExport export = new IohExport(reader);
        Map<String, Map<String, List<RunView>>> algorithms = new TreeMap<>();
        reader.runs(query.withStatuses(RunStatus.DONE), view -> {
            TaskSnapshot task = view.run().task();
            if (task.objectives().size() > 1) {
                export.leftOut.put(task.id().text(), "IOHprofiler's data hold one objective.");
            } else {
                Matcher bbob = BBOB.matcher(task.id().text());
                boolean isBbob = bbob.matches() && task.objectives().getFirst().optimum().isPresent();
                if (!isBbob) {
                    export.others.put(task.id().text(), 0);
                }
                algorithms.computeIfAbsent(Names.of(view.run().optimizer().variant()), _ -> new TreeMap<>())
                        .computeIfAbsent(isBbob ? "bbob/f" + bbob.group(1) : task.id().text(), _ -> new ArrayList<>()).add(view);
            }
        });
        int next = FIRST_OTHER;
        for (Map.Entry<String, Integer> other : export.others.entrySet()) {
            other.setValue(next++);
        }
        try {
            for (Map.Entry<String, Map<String, List<RunView>>> algorithm : algorithms.entrySet()) {
                Path home = Names.fresh(folder.resolve(algorithm.getKey()));
                for (Map.Entry<String, List<RunView>> function : algorithm.getValue().entrySet()) {
                    export.function(home, function.getKey(), function.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Export to '" + folder + "' failed: " + e + ". Maybe the disk is full or the folder cannot be written.", e);
        }
        return new ExchangeSummary(export.runs, new TreeMap<>(export.leftOut));
    }

    private void function(Path home, String key, List<RunView> views) throws IOException {
        Integer other = others.get(key);
        int number = other == null ? Integer.parseInt(key.substring("bbob/f".length())) : other;
        String name = other == null ? "f" + number : key.replaceAll("[^A-Za-z0-9]+", "-");
        RunRecord first = views.getFirst().run();
        ObjectNode root = JSON.createObjectNode();
        root.put("version", FORMAT_VERSION);
        root.put("suite", other == null ? "BBOB" : first.task().id().provider());
        root.put("function_id", number);
        root.put("function_name", name);
        root.put("maximization", first.task().objectives().getFirst().direction() == Direction.MAXIMIZE);
        ObjectNode algorithm = root.putObject("algorithm");
        algorithm.put("name", first.optimizer().variant());
        algorithm.put("info", first.optimizer().provider() + " " + first.optimizer().version());
        if (other != null) {
            root.putArray("experiment_attributes").addObject().put(TASK, key);
        }
        root.putArray("run_attributes").add("seed");
        root.putArray("attributes").add("evaluations").add("raw_y");
        ArrayNode scenarios = root.putArray("scenarios");
        Map<Integer, List<RunView>> byDimension = new TreeMap<>();
        views.forEach(view -> byDimension.computeIfAbsent(view.run().task().dimension(), _ -> new ArrayList<>()).add(view));
        for (Map.Entry<Integer, List<RunView>> scenario : byDimension.entrySet()) {
            String path = "data_f" + number + "_" + name + "/IOHprofiler_f" + number + "_DIM" + scenario.getKey() + ".dat";
            Files.createDirectories(home.resolve("data_f" + number + "_" + name));
            ObjectNode node = scenarios.addObject();
            node.put("dimension", scenario.getKey());
            node.put("path", path);
            scenario.getValue().sort(Comparator.comparingInt((RunView view) -> instance(view.run())).thenComparingLong(view -> view.run().seed()));
            ArrayNode list = node.putArray("runs");
            try (BufferedWriter data = Files.newBufferedWriter(home.resolve(path))) {
                for (RunView view : scenario.getValue()) {
                    run(BestSoFar.of(view.run(), reader.trials(view.run().key())), other == null, data, list);
                }
            }
        }
        Files.writeString(home.resolve("IOHprofiler_f" + number + "_" + name + ".json"), JSON.writeValueAsString(root) + "\n");
    }

    private static int instance(RunRecord run) {
        Matcher bbob = BBOB.matcher(run.task().id().text());
        return bbob.matches() ? Integer.parseInt(bbob.group(3)) : 1;
    }

    private void run(BestSoFar run, boolean isFromOptimum, BufferedWriter data, ArrayNode list) throws IOException {
        Objective objective = run.run().task().objectives().getFirst();
        double shift = isFromOptimum ? objective.optimum().orElseThrow() : 0;
        StringBuilder text = new StringBuilder("evaluations raw_y\n");
        BestSoFar.Step best = null;
        for (int i = 0; i < run.steps().size(); i++) {
            BestSoFar.Step step = run.steps().get(i);
            boolean isBetter = !Double.isNaN(step.value()) && (best == null || objective.direction().isBetter(step.value(), best.value()));
            best = isBetter ? step : best;
            if (best != null && (isBetter || i == run.steps().size() - 1)) {
                text.append(step.evaluations()).append(' ').append(Double.isNaN(step.value()) ? best.value() - shift : step.value() - shift).append('\n');
            }
        }
        if (best == null) {
            leftOut.put(run.run().task().id().text(), "Some run has no successful trial; it has no value to write.");
            return;
        }
        data.write(text.toString());
        ObjectNode node = list.addObject();
        node.put("instance", instance(run.run()));
        node.put("evals", run.effort());
        node.put("seed", run.run().seed());
        ObjectNode top = node.putObject("best");
        top.put("evals", best.evaluations());
        top.put("y", best.value() - shift);
        ArrayNode x = top.putArray("x");
        for (double coordinate : best.x()) {
            x.add(coordinate);
        }
        runs++;
    }
}
