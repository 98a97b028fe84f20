package org.optbench.tasks.configspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.optbench.model.task.Suggest;
import tools.jackson.databind.JsonNode;

/** A JSON object with its place in the file, for messages. A key that holds null counts as absent. */
record Json(JsonNode node, String path) {

    Json {
        if (!node.isObject()) {
            throw new IllegalArgumentException("ConfigSpace JSON, " + path + ": it must be an object, not " + node + ".");
        }
    }

    boolean has(String key) {
        JsonNode value = node.get(key);
        return value != null && !value.isNull();
    }

    /** The value of a key that must be there. */
    JsonNode get(String key) {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            throw broken("'" + key + "' is missing");
        }
        return value;
    }

    String text(String key) {
        JsonNode value = get(key);
        if (!value.isString()) {
            throw broken("'" + key + "' is " + value + ", it must be a text");
        }
        return value.stringValue();
    }

    double number(String key) {
        JsonNode value = get(key);
        if (!value.isNumber()) {
            throw broken("'" + key + "' is " + value + ", it must be a number");
        }
        return value.doubleValue();
    }

    long whole(String key) {
        double value = number(key);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw broken("'" + key + "' is " + value + ", it must be a whole number");
        }
        return (long) value;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        JsonNode value = get(key);
        if (!value.isBoolean()) {
            throw broken("'" + key + "' is " + value + ", it must be true or false");
        }
        return value.booleanValue();
    }

    /** The objects of a list; none when the key is absent. */
    List<Json> list(String key) {
        List<Json> items = new ArrayList<>();
        for (JsonNode item : values(key)) {
            items.add(new Json(item, path + "." + key + "[" + items.size() + "]"));
        }
        return items;
    }

    /** The items of a list; none when the key is absent. */
    List<JsonNode> values(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = get(key);
        if (!value.isArray()) {
            throw broken("'" + key + "' is " + value + ", it must be a list");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    void requireKnown(Set<String> keys) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw broken("'" + key + "' is unknown. " + Suggest.hint(key, keys, "use one of " + keys.stream().sorted().toList()));
            }
        }
    }

    IllegalArgumentException broken(String why) {
        return new IllegalArgumentException("ConfigSpace JSON, " + path + ": " + why + (why.endsWith("?") || why.endsWith(".") ? "" : "."));
    }

    /** A choice as the model writes it: the text itself, or the JSON of a number, a boolean or null. */
    static String choice(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
