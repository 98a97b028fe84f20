package org.optbench.runner.campaign;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of campaign files, generated from the records that they are read into, so that editors complete and check them. The shorthands of the
 * file (a bare id, a bare number) are stated beside the records.
 */
public final class CampaignSchema {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Words for what the records say in their Javadoc. */
    private static final Map<String, String> ABOUT = Map.ofEntries(Map.entry("name", "Names the campaign (or the optimizer) in the database and in reports."),
            Map.entry("description", "Free text for the report."), Map.entry("seeds", "One run for each of the seeds first, first + 1, ..."),
            Map.entry("budget", "Limits of a run; whichever is reached first ends it."),
            Map.entry("trials", "Number of trials, whatever their fidelity."), Map.entry("evaluations", "Full-evaluation equivalents."),
            Map.entry("seconds", "Seconds on the task's clock."), Map.entry("target", "Value of the first objective that ends the run."),
            Map.entry("regret", "Distance to the known optimum that ends the run."), Map.entry("workers", "Parallel evaluations inside a run."),
            Map.entry("trialTimeLimit", "Wall time in seconds after which an evaluation is given up and recorded as a time-out."),
            Map.entry("askTimeLimit", "Wall time in seconds after which an optimizer that does not answer fails its run."),
            Map.entry("settings", "Settings that differ from the defaults of the optimizer."), Map.entry("options", "Options that differ."),
            Map.entry("chargeOverhead", "Whether the optimizer's own measured time passes on the simulated clock."),
            Map.entry("simulation", "How workers on simulated time differ from ideal ones; the same for every optimizer."),
            Map.entry("speeds", "Relative speeds of the workers, taken in turn."),
            Map.entry("stragglers", "Trials that take longer by a factor, with a probability."),
            Map.entry("failures", "Workers that lose their trial, with a probability for each trial, and are down for some simulated seconds."),
            Map.entry("where", "Condition over tasks, such as: type=MF and dimension<=10"));

    private CampaignSchema() {
    }

    /** The schema as JSON text. */
    public static String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "optbench campaign");
        object(root, CampaignSpec.class, List.of("name", "budget", "optimizers", "tasks"));
        ObjectNode properties = (ObjectNode) root.get("properties");
        properties.set("schema", JSON.createObjectNode().put("const", CampaignSpec.SCHEMA).put("description", "Version of the file format."));
        ((ArrayNode) root.get("required")).add("schema");
        return JSON.writeValueAsString(root) + "\n";
    }

    private static ObjectNode object(ObjectNode node, Class<?> type, List<String> required) {
        node.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = property(type, component);
            String about = ABOUT.get(component.getName());
            if (about != null) {
                property.put("description", about);
            }
            if (type == BudgetSpec.class && component.getName().equals("costResource")) {
                continue; // the file nests it under cost
            }
            properties.set(component.getName(), property);
        }
        if (!required.isEmpty()) {
            ArrayNode names = node.putArray("required");
            required.forEach(names::add);
        }
        return node;
    }

    private static ObjectNode property(Class<?> owner, RecordComponent component) {
        ObjectNode node = JSON.createObjectNode();
        Class<?> type = component.getType();
        String name = component.getName();
        if (owner == BudgetSpec.class && name.equals("cost")) {
            node.put("type", "object").put("additionalProperties", false).putObject("properties").set("resource",
                    JSON.createObjectNode().put("type", "string"));
            ((ObjectNode) node.get("properties")).set("limit", positive());
            return node;
        }
        return switch (name) {
            case "seeds" -> object(node, SeedSpec.class, List.of());
            case "budget" -> object(node, BudgetSpec.class, List.of());
            case "workers" -> object(node, WorkerSpec.class, List.of());
            case "simulation" -> object(node, Simulation.class, List.of());
            case "stragglers" -> object(node, Simulation.Stragglers.class, List.of("probability", "factor"));
            case "failures" -> object(node, Simulation.Failures.class, List.of("probability"));
            case "speeds" -> {
                node.put("type", "array").set("items", positive());
                yield node;
            }
            case "trials", "evaluations" -> {
                ArrayNode either = node.putArray("anyOf");
                either.add(positive());
                either.add(object(JSON.createObjectNode(), Amount.class, List.of()));
                yield node;
            }
            case "trialTimeLimit", "askTimeLimit" -> positive();
            case "optimizers" -> list(node, object(JSON.createObjectNode(), OptimizerSpec.class, List.of("id")));
            case "tasks" -> list(node, task());
            case "settings", "options" -> node.put("type", "object");
            default -> scalar(node, type);
        };
    }

    private static ObjectNode list(ObjectNode node, ObjectNode item) {
        ArrayNode either = node.put("type", "array").put("minItems", 1).putObject("items").putArray("anyOf");
        either.add(JSON.createObjectNode().put("type", "string"));
        either.add(item);
        return node;
    }

    /** A task entry: the kind of selector is its key. */
    private static ObjectNode task() {
        ObjectNode node = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        for (TaskSpec.Kind kind : TaskSpec.Kind.values()) {
            properties.set(kind.name().toLowerCase(Locale.ROOT), JSON.createObjectNode().put("type", "string"));
        }
        properties.set("where", JSON.createObjectNode().put("type", "string").put("description", ABOUT.get("where")));
        properties.set("budget", object(JSON.createObjectNode(), BudgetSpec.class, List.of()));
        return node;
    }

    private static ObjectNode scalar(ObjectNode node, Class<?> type) {
        if (type.isEnum()) {
            ArrayNode names = node.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(constant.toString().toLowerCase(Locale.ROOT)));
            return node;
        }
        if (type == String.class) {
            return node.put("type", "string");
        }
        if (type == boolean.class) {
            return node.put("type", "boolean");
        }
        return node.put("type", type == int.class || type == long.class ? "integer" : "number");
    }

    private static ObjectNode positive() {
        return JSON.createObjectNode().put("type", "number").put("exclusiveMinimum", 0);
    }
}
