package org.optbench.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.TaskClock;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Run folders of carps (Benjamins et al., carps: a framework for comparing N hyperparameter optimizers on M benchmarks, 2025): a line of JSON per
 * trial in {@code trial_logs.jsonl}, and in {@code .hydra/config.yaml} beside it optimizer, task and seed. Costs are minimised. A normalised budget
 * becomes a fidelity up to 1. Virtual time, where a run has it, makes the clock a simulated one: it is never added to wall time.
 */
final class CarpsSource implements RunSource {

    private static final String LOG = "trial_logs.jsonl";
    private static final String BUDGET = "normalized_budget";
    private static final double SMALLEST_BUDGET = 1e-9;

    /** A line of a log. */
    private record Line(double trials, List<JsonNode> configuration, double[] costs, int status, Optional<Double> budget, double seconds, double virtual,
            double start, double end) {
    }

    @Override
    public void read(Path source, Consumer<ForeignRun> receiver) {
        for (Path file : SourceFiles.find(source, name -> name.equals(LOG))) {
            Path settings = file.resolveSibling(".hydra").resolve("config.yaml");
            if (!Files.isRegularFile(settings)) {
                throw BadFile.of(file, "beside it is no .hydra/config.yaml, which names optimizer, task and seed.", "the folder was copied without it.");
            }
            receiver.accept(run(source, file, settings, config(settings)));
        }
    }

    private static JsonNode config(Path settings) {
        try {
            JsonNode config = YAMLMapper.builder().build().readTree(settings.toFile());
            if (!config.isObject()) {
                throw BadFile.of(settings, "it must hold a mapping.", "it is of another program.");
            }
            return config;
        } catch (JacksonException e) {
            throw BadFile.of(settings, "it is not YAML (" + e.getOriginalMessage().lines().findFirst().orElse("") + ").", "it was cut off.", e);
        }
    }

    private static ForeignRun run(Path source, Path file, Path settings, JsonNode config) {
        List<Line> lines = lines(file);
        boolean isSimulated = lines.stream().anyMatch(line -> line.virtual > 0);
        boolean isMultiFidelity = lines.stream().anyMatch(line -> line.budget.isPresent());
        FidelitySpace fidelities = isMultiFidelity ? FidelitySpace.of(FidelityParameter.share(BUDGET, SMALLEST_BUDGET, 1)) : FidelitySpace.none();
        double begin = lines.stream().mapToDouble(Line::start).filter(start -> start > 0).min().orElse(0);
        RunLog log = new RunLog();
        double clock = 0;
        double wall = 0;
        for (Line line : lines) {
            double spent = isSimulated ? Math.max(0, line.virtual) : Math.max(0, line.seconds);
            double finish = !isSimulated && line.end >= line.start && line.start > 0 ? Math.max(wall, line.end - begin) : clock + spent;
            double start = Math.max(0, Math.min(finish, !isSimulated && line.start > 0 ? line.start - begin : clock));
            wall = finish;
            clock = finish;
            Fidelity fidelity = isMultiFidelity ? Fidelity.of(BUDGET, Math.clamp(line.budget.orElse(1.0), SMALLEST_BUDGET, 1)) : Fidelity.none();
            log.add(configuration(line.configuration), fidelity, fidelity, ending(line),
                    new TrialClock(start, finish, fidelities.fullEvaluations(fidelity), 0, 0), List.of());
        }
        String optimizer = setting(settings, config, "optimizer_id");
        String id = setting(settings, config, "task_id");
        List<Objective> objectives = new ArrayList<>();
        for (int i = 0; i < lines.getFirst().costs.length; i++) {
            objectives.add(Objective.minimize(lines.getFirst().costs.length == 1 ? "cost" : "cost" + i));
        }
        String[] segments = ("carps/" + id).split("/+");
        TaskSnapshot task = ForeignTasks.snapshot(ForeignTasks.id(segments), Json.optional(config, "benchmark_id").map(JsonNode::asString).orElse("carps"),
                Math.max(1, lines.getFirst().configuration.size()), isSimulated ? TaskClock.SIMULATED : TaskClock.WALL, objectives, fidelities,
                Map.of("task_id", id));
        return new ForeignRun(optimizer, "carps", task, Optional.empty(), false, seed(settings, config), 1, log.spent(), "recorded", log.events(),
                new TreeMap<>(Map.of("source", source.equals(file) ? SourceFiles.name(file) : source.relativize(file).toString())));
    }

    private static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        List<String> texts = SourceFiles.lines(file);
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                Line line = line(file, i + 1, Json.line(file, i + 1, texts.get(i)));
                if (!lines.isEmpty() && line.costs.length != lines.getFirst().costs.length) {
                    throw BadFile.at(file, i + 1, "it has " + line.costs.length + " costs, the first line " + lines.getFirst().costs.length + ".",
                            "logs of two tasks were joined.");
                }
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw BadFile.of(file, "it holds no trial.", "the run was stopped before its first trial.");
        }
        return lines;
    }

    private static Line line(Path file, long number, JsonNode line) {
        JsonNode info = line.path("trial_info");
        JsonNode value = line.path("trial_value");
        JsonNode cost = value.path("cost");
        if (!info.path("config").isArray() || !(cost.isNumber() || cost.isArray())) {
            throw BadFile.at(file, number, "it needs trial_info with a list 'config' and trial_value with 'cost', a number or a list.",
                    "it is of another version of carps.");
        }
        double[] costs = cost.isArray() ? cost.valueStream().mapToDouble(JsonNode::asDouble).toArray() : new double[]{cost.doubleValue()};
        List<JsonNode> configuration = info.path("config").valueStream().toList();
        return new Line(line.path("n_trials").asDouble(0), configuration, costs, value.path("status").asInt(1),
                Json.optional(info, BUDGET).map(JsonNode::asDouble), value.path("time").asDouble(0), value.path("virtual_time").asDouble(0),
                value.path("starttime").asDouble(0), value.path("endtime").asDouble(0));
    }

    /** The states of carps: 0 running, 1 success, 2 crashed, 3 time-out, 4 out of memory. */
    private static RunLog.Ending ending(Line line) {
        return switch (line.status) {
            case 0 -> RunLog.Ending.failed(FailureKind.LOST, "carps recorded it as running.");
            case 2 -> RunLog.Ending.failed(FailureKind.CRASH, "carps recorded a crash.");
            case 3 -> RunLog.Ending.failed(FailureKind.TIMEOUT, "carps recorded a time-out.");
            case 4 -> RunLog.Ending.failed(FailureKind.OUT_OF_MEMORY, "carps recorded that it ran out of memory.");
            default -> RunLog.Ending.ofValues(line.costs);
        };
    }

    /** The log holds values without names: x1, x2, ... in its order; nulls are inactive. */
    private static Configuration configuration(List<JsonNode> values) {
        Map<String, Value> named = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            String name = "x" + (i + 1);
            if (value.isIntegralNumber()) {
                named.put(name, Value.of(value.longValue()));
            } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                named.put(name, Value.of(value.doubleValue()));
            } else if (!value.isNull()) {
                named.put(name, Value.of(value.isString() ? value.stringValue() : value.toString()));
            }
        }
        return Configuration.of(named);
    }

    private static String setting(Path settings, JsonNode config, String name) {
        String value = Json.member(settings, config, name).asString("");
        if (value.isBlank() || value.contains("${")) {
            throw BadFile.of(settings, "'" + name + "' is '" + value + "', but a plain text is needed.", "carps left it to be filled in: write it there.");
        }
        return value;
    }

    private static long seed(Path settings, JsonNode config) {
        JsonNode seed = Json.member(settings, config, "seed");
        if (!seed.isIntegralNumber()) {
            throw BadFile.of(settings, "'seed' is " + seed + ", but a whole number is needed.", "carps left it to be filled in: write it there.");
        }
        return seed.longValue();
    }
}
