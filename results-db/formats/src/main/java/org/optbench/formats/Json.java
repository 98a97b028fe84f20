package org.optbench.formats;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON with errors that name file and place. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().enable(tools.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private Json() {
    }

    static JsonNode object(Path file) {
        try {
            JsonNode node = MAPPER.readTree(file.toFile());
            if (!node.isObject()) {
                throw BadFile.of(file, "it must hold one JSON object.", "it is of another format.");
            }
            return node;
        } catch (JacksonException e) {
            throw BadFile.of(file, "it is not JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ").", "it was cut off.", e);
        }
    }

    /** The object of one line. */
    static JsonNode line(Path file, long line, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw BadFile.at(file, line, "it must hold one JSON object.", "it is of another format.");
            }
            return node;
        } catch (JacksonException e) {
            throw BadFile.at(file, line, "it is not JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ").",
                    "the run died while it was written.");
        }
    }

    static void each(Path file, JsonNode object, String what, BiConsumer<String, JsonNode> receiver) {
        if (!object.isObject() || object.isEmpty()) {
            throw BadFile.of(file, "the " + what + " must be a JSON object that is not empty.", "it is of another format.");
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            receiver.accept(entry.getKey(), entry.getValue());
        }
    }

    /** A member that must be there. */
    static JsonNode member(Path file, JsonNode object, String name) {
        return optional(object, name)
                .orElseThrow(() -> BadFile.of(file, "'" + name + "' is missing.", "it is of another format or another version of it."));
    }

    static Optional<JsonNode> optional(JsonNode object, String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    static long whole(Path file, JsonNode object, String name) {
        JsonNode node = member(file, object, name);
        if (!node.isIntegralNumber()) {
            throw BadFile.of(file, "'" + name + "' is " + node + ", but it must be a whole number.", "it was edited.");
        }
        return node.longValue();
    }

    static String text(Path file, JsonNode object, String name) {
        JsonNode node = member(file, object, name);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw BadFile.of(file, "'" + name + "' is " + node + ", but it must be a text.", "it was edited.");
        }
        return node.stringValue();
    }
}
