package org.optbench.runner.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.optbench.model.task.Suggest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads one mapping of a YAML file strictly: every key is asked for by name, {@link #end} complains of those that were not, and every complaint goes
 * to one list with its line.
 */
final class YamlMap {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final String path;
    private final Node node;
    private final List<String> problems;

    YamlMap(Node node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            complain(node, path, "must be a mapping of keys to values");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : tuple.getKeyNode().toString();
            if (values.put(key, tuple.getValueNode()) != null) {
                complain(tuple.getKeyNode(), child(key), "stands there twice");
            }
        }
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Optional<YamlMap> map(String key) {
        return node(key).map(value -> new YamlMap(value, child(key), problems));
    }

    /** A list, or a single value that stands for a list of one. */
    List<Node> list(String key) {
        return node(key).map(value -> value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value)).orElse(List.of());
    }

    String text(String key, String otherwise) {
        return scalar(key).map(ScalarNode::getValue).orElse(otherwise);
    }

    String requiredText(String key) {
        if (!has(key)) {
            missing(key);
        }
        return text(key, "");
    }

    void missing(String key) {
        complain(node, child(key), "is missing");
    }

    long whole(String key, long otherwise, long least) {
        return this.<Long>parsed(key, Long::parseLong, value -> value >= least, "a whole number of at least " + least).orElse(otherwise);
    }

    OptionalDouble positive(String key) {
        return optional(key, value -> value > 0 && Double.isFinite(value), "a positive number");
    }

    OptionalDouble number(String key) {
        return optional(key, Double::isFinite, "a number");
    }

    boolean flag(String key, boolean otherwise) {
        return this.<Boolean>parsed(key, YamlMap::strictBoolean, value -> true, "true or false").orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(constant.name().toLowerCase(java.util.Locale.ROOT));
        }
        return this.<E>parsed(key, text -> Enum.valueOf(type, text.toUpperCase(java.util.Locale.ROOT)), value -> true, "one of " + names).orElse(otherwise);
    }

    /** Complains of every key that nobody asked for. */
    void end() {
        values.forEach((key, value) -> {
            if (!asked.contains(key)) {
                complain(value, child(key), "is no key here. " + Suggest.hint(key, asked, "use one of " + asked + "."));
            }
        });
    }

    void complain(@Nullable Node where, String what, String rule) {
        String line = where == null ? "" : where.getStartMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
        problems.add(line + "'" + what + "' " + rule + (rule.endsWith(".") || rule.endsWith("?") ? "" : "."));
    }

    void complain(String key, String rule) {
        complain(values.getOrDefault(key, node), child(key), rule);
    }

    String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    List<String> problems() {
        return problems;
    }

    private OptionalDouble optional(String key, java.util.function.DoublePredicate legal, String rule) {
        return this.<Double>parsed(key, Double::parseDouble, legal::test, rule).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, java.util.function.Predicate<T> legal, String rule) {
        Optional<ScalarNode> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().getValue();
        try {
            T value = parser.apply(text);
            if (legal.test(value)) {
                return Optional.of(value);
            }
        } catch (IllegalArgumentException _) {
            // complained of below, like a value that parses but breaks the rule
        }
        complain(scalar.get(), child(key), "is " + text + ": it must be " + rule);
        return Optional.empty();
    }

    private Optional<ScalarNode> scalar(String key) {
        Optional<Node> value = node(key);
        if (value.isPresent() && !(value.get() instanceof ScalarNode)) {
            complain(value.get(), child(key), "must be a single value");
            return Optional.empty();
        }
        return value.map(ScalarNode.class::cast);
    }

    private static boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
