package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Suggest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML file that defines script tasks; an unknown key is an error. */
final class ScriptFile {

    private static final Set<String> TOP = names("schema", "scripts");
    private static final Set<String> SCRIPT = names("name", "summary", "command", "directory", "environment", "space", "metrics", "fidelity", "arguments",
            "checkpoint", "config_file", "seed", "timeout_seconds", "silence_seconds", "version");
    private static final Set<String> METRIC = names("name", "mode", "field", "regex");
    private static final Set<String> FIDELITY = names("name", "lower", "upper", "field", "regex", "resumable");
    private static final double TOTAL_SECONDS = 3600;

    private final Path file;

    private ScriptFile(Path file) {
        this.file = file;
    }

    /**
     * The scripts of a file in order.
     *
     * @throws IllegalArgumentException when the file cannot be read or breaks a rule; the message names the file
     */
    static List<ScriptDefinition> read(Path file) {
        try {
            JsonNode root = YAMLMapper.builder().build().readTree(Files.readString(file));
            ScriptFile reader = new ScriptFile(file);
            reader.requireKnown(root, TOP, "the file");
            if (root.path("schema").asInt(0) != 1) {
                throw new IllegalArgumentException("Key 'schema' is " + root.path("schema") + ": it must be 1.");
            }
            List<ScriptDefinition> scripts = new ArrayList<>();
            for (JsonNode node : root.path("scripts")) {
                scripts.add(reader.script(node));
            }
            if (scripts.isEmpty() || scripts.stream().map(ScriptDefinition::name).distinct().count() < scripts.size()) {
                throw new IllegalArgumentException("Key 'scripts' must list at least one script, each with a name of its own.");
            }
            return scripts;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Script file '" + file + "': " + e.getMessage(), e);
        }
    }

    private ScriptDefinition script(JsonNode node) {
        String name = text(node, "name");
        requireKnown(node, SCRIPT, "script '" + name + "'");
        SearchSpace.Builder space = SearchSpace.builder();
        node.path("space").forEach(parameter -> space.add(ParameterSpec.read(parameter)));
        List<ScriptDefinition.Metric> metrics = node.path("metrics").valueStream().map(metric -> metric(metric, name)).toList();
        Path parent = file.toAbsolutePath().getParent();
        Path directory = (parent == null ? Path.of("") : parent).resolve(node.path("directory").asString("."));
        TreeMap<String, String> environment = new TreeMap<>();
        node.path("environment").properties().forEach(entry -> environment.put(entry.getKey(), entry.getValue().asString()));
        JsonNode fidelity = node.path("fidelity");
        double total = node.path("timeout_seconds").asDouble(TOTAL_SECONDS);
        TrialLimits limits = new TrialLimits(seconds(total), seconds(node.path("silence_seconds").asDouble(total)));
        return new ScriptDefinition(name, node.path("summary").asString("script " + name), node.path("command").valueStream().map(JsonNode::asString).toList(),
                directory.normalize(), environment, space.build(), metrics, fidelity.isMissingNode() ? Optional.empty() : Optional.of(fidelity(fidelity, name)),
                source(fidelity, "epoch"), appendsFlags(node), node.path("checkpoint").asString(""), node.path("config_file").asString(""),
                node.path("seed").asString(""), limits, node.path("version").asString("1"));
    }

    private static boolean appendsFlags(JsonNode node) {
        String style = node.path("arguments").asString("flags");
        if (!Set.of("flags", "none").contains(style)) {
            throw new IllegalArgumentException("Key 'arguments' is '" + style + "': it must be 'flags' (--name value) or 'none' (placeholders only).");
        }
        return style.equals("flags");
    }

    private FidelityParameter fidelity(JsonNode node, String owner) {
        requireKnown(node, FIDELITY, "the fidelity of '" + owner + "'");
        FidelityParameter steps = FidelityParameter.steps(text(node, "name"), node.path("lower").asLong(1), Long.parseLong(text(node, "upper")));
        return node.path("resumable").asBoolean(false) ? steps.resuming() : steps;
    }

    private ScriptDefinition.Metric metric(JsonNode node, String owner) {
        requireKnown(node, METRIC, "a metric of '" + owner + "'");
        String name = text(node, "name");
        String mode = node.path("mode").asString("min");
        if (!Set.of("min", "max").contains(mode)) {
            throw new IllegalArgumentException("Mode '" + mode + "' of metric '" + name + "': it must be min or max.");
        }
        return new ScriptDefinition.Metric(name, mode.equals("max") ? Direction.MAXIMIZE : Direction.MINIMIZE, source(node, name));
    }

    private static ScriptDefinition.Metric.Source source(JsonNode node, String otherwise) {
        try {
            Optional<Pattern> regex = node.has("regex") ? Optional.of(Pattern.compile(node.get("regex").asString())) : Optional.empty();
            return new ScriptDefinition.Metric.Source(node.path("field").asString(otherwise), regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Regular expression '" + e.getPattern() + "': " + e.getDescription() + ".", e);
        }
    }

    private void requireKnown(JsonNode node, Set<String> known, String owner) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("A mapping is needed for " + owner + ", not " + node + ".");
        }
        node.propertyNames().forEach(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("Key '" + key + "' of " + owner + " is not known. " + Suggest.hint(key, known, "use one of " + known));
            }
        });
    }

    private static String text(JsonNode node, String key) {
        if (!node.has(key)) {
            throw new IllegalArgumentException("Key '" + key + "' is missing in " + node + ".");
        }
        return node.get(key).asString();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
