package org.optbench.tasks.configspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Suggest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON form of a ConfigSpace configuration space (Lindauer et al. 2019), of ConfigSpace 0.4 to 0.7 (json_format_version 0.1 to 0.3) and of
 * ConfigSpace 1 (format_version 0.4).
 *
 * <p>
 * Uniform, normal and beta floats and ints become numbers with the matching prior, categoricals and ordinals keep their choices as text, a
 * constant becomes a parameter with a single value. What has no counterpart in the model - unequal weights, quantised steps, normal priors on a log scale,
 * relations between two parameters - is refused, as is every unknown word.
 */
public final class ConfigSpaceReader {

    private static final Set<String> KEYS = Set.of("name", "hyperparameters", "conditions", "forbiddens", "python_module_version",
            "json_format_version", "format_version");
    private static final List<Double> VERSIONS = List.of(0.1, 0.2, 0.3, 0.4);

    private ConfigSpaceReader() {
    }

    /**
     * Reads a file.
     *
     * @throws IOException              when the file cannot be read
     * @throws IllegalArgumentException when it is not such a space; the message names the file and the place in it
     */
    public static SearchSpace read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException when it is not such a space; the message names the place in it
     */
    public static SearchSpace parse(String json) {
        Json root = new Json(tree(json), "$");
        root.requireKnown(KEYS);
        requireVersion(root);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Json node : root.list("hyperparameters")) {
            Parameter parameter = ParameterReader.read(node);
            if (parameters.put(parameter.name(), parameter) != null) {
                throw node.broken("parameter '" + parameter.name() + "' is declared twice");
            }
        }
        SearchSpace.Builder space = SearchSpace.builder();
        parameters.values().forEach(space::add);
        ConditionReader conditions = new ConditionReader(parameters);
        for (Json node : root.list("conditions")) {
            space.activeWhen(known(node, "child", parameters), conditions.condition(node));
        }
        for (Json node : root.list("forbiddens")) {
            space.forbid(conditions.forbidden(node));
        }
        return space.build();
    }

    static String known(Json node, String key, Map<String, Parameter> parameters) {
        String name = node.text(key);
        if (!parameters.containsKey(name)) {
            throw node.broken("'" + key + "' names the unknown parameter '" + name + "'. "
                    + Suggest.hint(name, parameters.keySet(), "use one of " + parameters.keySet() + "."));
        }
        return name;
    }

    private static JsonNode tree(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static void requireVersion(Json root) {
        for (String key : List.of("json_format_version", "format_version")) {
            if (root.has(key) && !VERSIONS.contains(root.number(key))) {
                throw root.broken("'" + key + "' is " + root.number(key) + ", the versions known are " + VERSIONS
                        + ". Maybe write the file again with ConfigSpace 1.2");
            }
        }
    }
}
