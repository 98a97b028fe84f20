package org.optbench.tasks.configspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.Value;
import org.optbench.model.task.Suggest;
import tools.jackson.databind.JsonNode;

/** Reads conditions and forbidden clauses over known parameters. */
final class ConditionReader {

    private static final Set<String> CONDITIONS = Set.of("EQ", "NEQ", "IN", "GT", "LT", "AND", "OR");
    private static final Set<String> CLAUSES = Set.of("EQUALS", "IN", "AND");

    private final Map<String, Parameter> parameters;

    ConditionReader(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    Condition condition(Json node) {
        String type = node.text("type");
        return switch (type) {
            case "AND" -> new Condition.AllOf(parts(node, "conditions").stream().map(this::condition).toList());
            case "OR" -> new Condition.AnyOf(parts(node, "conditions").stream().map(this::condition).toList());
            case "EQ" -> new Condition.OneOf(parent(node), List.of(value(node, parent(node), leaf(node, "value"))));
            case "NEQ" -> new Condition.NoneOf(parent(node), List.of(value(node, parent(node), leaf(node, "value"))));
            case "IN" -> new Condition.OneOf(parent(node), values(node, parent(node), "values"));
            case "GT" -> bound(node, true);
            case "LT" -> bound(node, false);
            default -> throw node.broken("condition type '" + type + "' is unknown. " + Suggest.hint(type, CONDITIONS, "use one of " + CONDITIONS));
        };
    }

    Condition forbidden(Json node) {
        String type = node.text("type");
        return switch (type) {
            case "AND" -> {
                node.requireKnown(Set.of("type", "clauses"));
                yield new Condition.AllOf(parts(node, "clauses").stream().map(this::forbidden).toList());
            }
            case "EQUALS" -> {
                node.requireKnown(Set.of("type", "name", "value"));
                String name = ConfigSpaceReader.known(node, "name", parameters);
                yield new Condition.OneOf(name, List.of(value(node, name, node.get("value"))));
            }
            case "IN" -> {
                node.requireKnown(Set.of("type", "name", "values"));
                String name = ConfigSpaceReader.known(node, "name", parameters);
                yield new Condition.OneOf(name, values(node, name, "values"));
            }
            case "RELATION" -> throw node.broken("a forbidden relation between two parameters is not supported. Maybe express it as a constraint");
            default -> throw node.broken("forbidden type '" + type + "' is unknown. " + Suggest.hint(type, CLAUSES, "use one of " + CLAUSES));
        };
    }

    private static List<Json> parts(Json node, String key) {
        List<Json> parts = node.list(key);
        if (parts.isEmpty()) {
            throw node.broken("'" + key + "' is missing or empty");
        }
        return parts;
    }

    private static JsonNode leaf(Json node, String key) {
        node.requireKnown(Set.of("type", "child", "parent", key));
        return node.get(key);
    }

    private String parent(Json node) {
        return ConfigSpaceReader.known(node, "parent", parameters);
    }

    private List<Value> values(Json node, String parameter, String key) {
        if (node.values(key).isEmpty()) {
            throw node.broken("'" + key + "' is missing or empty");
        }
        return node.values(key).stream().map(value -> value(node, parameter, value)).toList();
    }

    private Condition bound(Json node, boolean above) {
        JsonNode value = leaf(node, "value");
        String name = parent(node);
        if (parameters.get(name) instanceof OrdinalParameter ordinal) {
            int position = ordinal.choices().indexOf(Json.choice(value));
            if (position < 0) {
                throw node.broken("'value' " + value + " is none of the choices " + ordinal.choices() + " of '" + name + "'");
            }
            return above ? new Condition.Between(name, position, Double.POSITIVE_INFINITY, false, ordinal.choices())
                    : new Condition.Between(name, Double.NEGATIVE_INFINITY, position, false, ordinal.choices());
        }
        double limit = node.number("value");
        return above ? Condition.greaterThan(name, limit) : Condition.lessThan(name, limit);
    }

    private Value value(Json node, String name, JsonNode value) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw node.broken("parameter '" + name + "' is unknown");
        }
        Value read = switch (parameter) {
            case FloatParameter _ -> Value.of(requireNumber(node, name, value));
            case IntParameter _ -> {
                double number = requireNumber(node, name, value);
                if (number != Math.rint(number)) {
                    throw node.broken("value " + value + " of the int parameter '" + name + "' must be a whole number");
                }
                yield Value.of((long) number);
            }
            case CategoricalParameter _, OrdinalParameter _ -> Value.of(Json.choice(value));
            case PermutationParameter _ -> throw node.broken("a condition on the permutation '" + name + "' is not supported");
        };
        parameter.objection(read).ifPresent(why -> {
            throw node.broken("value of '" + name + "': " + why);
        });
        return read;
    }

    private static double requireNumber(Json node, String name, JsonNode value) {
        if (!value.isNumber()) {
            throw node.broken("value " + value + " of the parameter '" + name + "' must be a number");
        }
        return value.doubleValue();
    }
}
