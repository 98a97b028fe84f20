package org.optbench.tasks.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.optbench.model.Direction;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workloads, training algorithms and targets that ship with the platform, read from the files the Python side reads. */
final class TrainingCatalog {

    /** Name of the parameter that chooses among all algorithms. */
    static final String ALGORITHM = "algorithm";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final Map<String, List<Parameter>> algorithms = new LinkedHashMap<>();
    private final Map<String, Workload.Target> targets = new LinkedHashMap<>();

    private TrainingCatalog() {
        JsonNode listed = read("optbench_training/workloads.json").get("workloads");
        listed.properties().forEach(entry -> workloads.put(entry.getKey(), workload(entry.getKey(), entry.getValue())));
        JsonNode file = read("optbench_algorithms/algorithms.json");
        file.get("algorithms").properties().forEach(entry -> algorithms.put(entry.getKey(), parameters(entry.getValue(), file.get("common"))));
        read("optbench_training/targets.json").properties().forEach(entry -> targets.put(entry.getKey(), new Workload.Target(
                entry.getValue().get("target").asDouble(), entry.getValue().get("algorithm").asString(), entry.getValue().get("command").asString())));
    }

    static TrainingCatalog shipped() {
        return Holder.SHIPPED;
    }

    private static final class Holder {
        private static final TrainingCatalog SHIPPED = new TrainingCatalog();
    }

    Collection<Workload> workloads() {
        return workloads.values();
    }

    Optional<Workload> workload(String name) {
        return Optional.ofNullable(workloads.get(name));
    }

    Collection<String> algorithms() {
        return algorithms.keySet();
    }

    Optional<Workload.Target> target(String name, String preset, Optional<String> variant) {
        return Optional.ofNullable(targets.get(Workload.key(name, preset, variant)));
    }

    /** Space of one algorithm on a workload: its hyperparameters, the workload's, and the batch size around the preset's default. */
    SearchSpace space(Workload workload, String preset, String algorithm) {
        SearchSpace.Builder space = SearchSpace.builder();
        Objects.requireNonNull(algorithms.get(algorithm)).forEach(space::add);
        addWorkload(space, workload, preset);
        return space.build();
    }

    /** Space of the choice among all algorithms: each algorithm's hyperparameters, prefixed by its name, are active when it is chosen. */
    SearchSpace conditionalSpace(Workload workload, String preset) {
        SearchSpace.Builder space = SearchSpace.builder();
        List<String> names = List.copyOf(algorithms.keySet());
        space.add(new CategoricalParameter(ALGORITHM, names, "adamw"));
        algorithms.forEach((name, parameters) -> parameters
                .forEach(parameter -> space.add(renamed(parameter, name + "." + parameter.name()), Condition.equal(ALGORITHM, name))));
        addWorkload(space, workload, preset);
        return space.build();
    }

    private static void addWorkload(SearchSpace.Builder space, Workload workload, String preset) {
        workload.parameters().forEach(space::add);
        Workload.Preset size = Objects.requireNonNull(workload.presets().get(preset));
        List<String> sizes = new ArrayList<>();
        for (int factor = -2; factor <= 2; factor++) {
            int batch = factor < 0 ? size.batchSize() >> -factor : size.batchSize() << factor;
            if (batch >= 1 && batch <= size.examplesPerEpoch()) {
                sizes.add(Integer.toString(batch));
            }
        }
        space.add(new OrdinalParameter("batch_size", sizes, Integer.toString(size.batchSize())));
    }

    private static Parameter renamed(Parameter parameter, String name) {
        return switch (parameter) {
            case FloatParameter(_, double lower, double upper, var scale, var prior, double initial) ->
                new FloatParameter(name, lower, upper, scale, prior, initial);
            case IntParameter(_, long lower, long upper, var scale, var prior, long initial) -> new IntParameter(name, lower, upper, scale, prior, initial);
            case CategoricalParameter(_, List<String> choices, String initial) -> new CategoricalParameter(name, choices, initial);
            case OrdinalParameter(_, List<String> choices, String initial) -> new OrdinalParameter(name, choices, initial);
            case PermutationParameter permutation -> permutation;
        };
    }

    private static Workload workload(String name, JsonNode node) {
        Map<String, Workload.Preset> presets = new LinkedHashMap<>();
        int batch = node.get("batch_size").asInt();
        node.get("presets").properties().forEach(entry -> {
            JsonNode preset = entry.getValue();
            presets.put(entry.getKey(), new Workload.Preset(preset.get("epochs").asInt(), preset.path("batch_size").asInt(batch),
                    preset.get("examples_per_epoch").asInt()));
        });
        List<Parameter> parameters = node.get("parameters").valueStream().map(ParameterSpec::read).toList();
        Direction direction = "max".equals(node.get("mode").asString()) ? Direction.MAXIMIZE : Direction.MINIMIZE;
        return new Workload(name, node.get("title").asString(), node.get("data_set").asString(), node.get("metric").asString(), direction, parameters,
                presets, List.copyOf(node.get("variants").propertyNames()));
    }

    private static List<Parameter> parameters(JsonNode algorithm, JsonNode common) {
        List<Parameter> parameters = new ArrayList<>();
        algorithm.get("parameters").forEach(node -> parameters.add(ParameterSpec.read(node)));
        for (JsonNode node : common) {
            Parameter parameter = ParameterSpec.read(node);
            JsonNode other = algorithm.path("defaults").get(parameter.name());
            parameters.add(other != null && parameter instanceof CategoricalParameter choices ? choices.withDefault(other.asString()) : parameter);
        }
        return List.copyOf(parameters);
    }

    private static JsonNode read(String resource) {
        try (InputStream stream = PythonSources.resource(resource)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Resource '" + resource + "' cannot be read", e);
        }
    }
}
