package org.optbench.tasks.training;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.Scale;
import org.optbench.model.task.Suggest;
import tools.jackson.databind.JsonNode;

/** Reads one parameter of a search space: {@code {name, type: float|int|categorical|ordinal, lower, upper, log, values, default}}. */
final class ParameterSpec {

    private static final Set<String> KEYS = new TreeSet<>(List.of("name", "type", "lower", "upper", "log", "values", "default"));

    private ParameterSpec() {
    }

    /**
     * @throws IllegalArgumentException when a key is unknown or missing, or a value does not fit
     */
    static Parameter read(JsonNode node) {
        String name = required(node, "name", "a parameter").asString();
        node.propertyNames().forEach(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "Parameter '" + name + "': key '" + key + "' is not known. " + Suggest.hint(key, KEYS, "use one of " + KEYS));
            }
        });
        String type = required(node, "type", name).asString().toLowerCase(Locale.ROOT);
        Scale scale = node.path("log").asBoolean(false) ? Scale.LOG : Scale.LINEAR;
        return switch (type) {
            case "float" -> floating(name, node, scale);
            case "int" -> integer(name, node, scale);
            case "categorical" -> {
                CategoricalParameter choices = CategoricalParameter.of(name, values(name, node));
                yield node.has("default") ? choices.withDefault(node.get("default").asString()) : choices;
            }
            case "ordinal" -> {
                List<String> choices = values(name, node);
                yield new OrdinalParameter(name, choices, node.has("default") ? node.get("default").asString() : choices.getFirst());
            }
            default -> throw new IllegalArgumentException("Parameter '" + name + "': type '" + type + "' is none of float, int, categorical, ordinal.");
        };
    }

    private static Parameter floating(String name, JsonNode node, Scale scale) {
        double lower = required(node, "lower", name).asDouble();
        double upper = required(node, "upper", name).asDouble();
        FloatParameter middle = scale == Scale.LOG ? FloatParameter.log(name, lower, upper) : FloatParameter.linear(name, lower, upper);
        return node.has("default") ? new FloatParameter(name, lower, upper, scale, Prior.uniform(), node.get("default").asDouble()) : middle;
    }

    private static Parameter integer(String name, JsonNode node, Scale scale) {
        long lower = required(node, "lower", name).asLong();
        long upper = required(node, "upper", name).asLong();
        IntParameter middle = scale == Scale.LOG ? IntParameter.log(name, lower, upper) : IntParameter.linear(name, lower, upper);
        return node.has("default") ? new IntParameter(name, lower, upper, scale, Prior.uniform(), node.get("default").asLong()) : middle;
    }

    private static List<String> values(String name, JsonNode node) {
        return required(node, "values", name).valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode required(JsonNode node, String key, String owner) {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("Key '" + key + "' is missing in " + owner + ": " + node + ".");
        }
        return value;
    }
}
