package org.optbench.optimizers.process;

import java.util.Map;
import org.optbench.model.Budget;
import org.optbench.model.Constraint;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.Scale;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.OptimizerContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of the protocol as JSON; {@code docs/process-protocol.md} describes them. */
final class Messages {

    /** Version of the protocol. */
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Messages() {
    }

    static ObjectNode start(OptimizerContext context) {
        ObjectNode message = op("start").put("protocol", VERSION).put("seed", context.random().seed("process") & Integer.MAX_VALUE)
                .put("workers", context.workers());
        message.set("problem", problem(context.problem()));
        message.set("budget", budget(context.budget()));
        message.set("settings", configuration(context.settings()));
        return message;
    }

    static ObjectNode ask(int atMost, int pending) {
        return op("ask").put("at_most", atMost).put("pending", pending);
    }

    static ObjectNode tell(Trial trial, Problem problem) {
        ObjectNode message = op("tell").put("trial", trial.index());
        message.set("configuration", configuration(trial.suggestion().configuration()));
        message.set("fidelity", fidelity(trial.suggestion().fidelity()));
        switch (trial.outcome()) {
            case Outcome.Success success -> values(message.put("status", "success"), success.objectives(), success.constraints(), problem);
            case Outcome.Interrupted interrupted ->
                values(message.put("status", interrupted.paused() ? "paused" : "stopped"), interrupted.objectives(), interrupted.constraints(), problem);
            case Outcome.Failure failure -> message.put("status", "failed").put("failure", failure.kind().name()).put("message", failure.message());
        }
        return message;
    }

    static ObjectNode report(int trial, Measurement measurement, Problem problem) {
        ObjectNode message = op("report").put("trial", trial);
        message.set("fidelity", fidelity(measurement.at()));
        values(message, measurement.objectives(), measurement.constraints(), problem);
        return message;
    }

    private static ObjectNode op(String name) {
        return JSON.createObjectNode().put("op", name);
    }

    /** Objectives are sent as values to minimise, which the protocol promises. */
    private static void values(ObjectNode message, java.util.List<Double> objectives, java.util.List<Double> constraints, Problem problem) {
        ArrayNode values = message.putArray("objectives");
        for (int i = 0; i < objectives.size(); i++) {
            number(values, problem.objectives().get(i).direction().toMinimize(objectives.get(i)));
        }
        ArrayNode violations = message.putArray("constraints");
        constraints.forEach(value -> number(violations, value));
    }

    /** JSON has no infinities and no NaN: they are sent as text. */
    private static void number(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.add(Double.toString(value));
        }
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = JSON.createObjectNode();
        node.set("space", space(problem.space()));
        ArrayNode objectives = node.putArray("objectives");
        for (Objective objective : problem.objectives()) {
            objectives.addObject().put("name", objective.name());
        }
        ArrayNode constraints = node.putArray("constraints");
        for (Constraint constraint : problem.constraints()) {
            constraints.addObject().put("name", constraint.name()).put("tolerance", constraint.tolerance());
        }
        ArrayNode fidelities = node.putArray("fidelities");
        for (FidelityParameter fidelity : problem.fidelities().parameters()) {
            fidelities.addObject().put("name", fidelity.name()).put("lower", fidelity.lower()).put("upper", fidelity.upper())
                    .put("integer", fidelity.integer()).put("log", fidelity.scale() == Scale.LOG).put("resumable", fidelity.resumable());
        }
        return node.put("noisy", problem.noisy()).put("text", problem.text());
    }

    private static ObjectNode budget(Budget budget) {
        ObjectNode node = JSON.createObjectNode();
        budget.trials().ifPresent(trials -> node.put("trials", trials));
        budget.fullEvaluations().ifPresent(evaluations -> node.put("full_evaluations", evaluations));
        budget.seconds().ifPresent(seconds -> node.put("seconds", seconds));
        return node;
    }

    static ObjectNode space(SearchSpace space) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : space.parentsFirst()) {
            ObjectNode one = parameters.addObject().put("name", parameter.name());
            switch (parameter) {
                case FloatParameter(_, double lower, double upper, Scale scale, Prior prior, double initial) -> prior(
                        one.put("type", "float").put("lower", lower).put("upper", upper).put("log", scale == Scale.LOG).put("default", initial), prior);
                case IntParameter(_, long lower, long upper, Scale scale, Prior prior, long initial) -> prior(
                        one.put("type", "int").put("lower", lower).put("upper", upper).put("log", scale == Scale.LOG).put("default", initial), prior);
                case CategoricalParameter categorical -> choices(one.put("type", "categorical").put("default", categorical.initial()), categorical.choices());
                case OrdinalParameter ordinal -> choices(one.put("type", "ordinal").put("default", ordinal.initial()), ordinal.choices());
                case PermutationParameter permutation -> one.put("type", "permutation").put("size", permutation.size());
            }
            Condition active = space.activations().get(parameter.name());
            if (active != null) {
                one.set("active_when", condition(active));
            }
        }
        ArrayNode forbidden = node.putArray("forbidden");
        space.forbidden().forEach(combination -> forbidden.add(condition(combination)));
        return node;
    }

    private static void prior(ObjectNode parameter, Prior prior) {
        switch (prior) {
            case Prior.Uniform() -> {
            }
            case Prior.Normal(double mean, double deviation) -> parameter.putObject("prior").put("type", "normal").put("mean", mean).put("std", deviation);
            case Prior.Beta(double alpha, double beta) -> parameter.putObject("prior").put("type", "beta").put("alpha", alpha).put("beta", beta);
        }
    }

    private static void choices(ObjectNode parameter, java.util.List<String> choices) {
        ArrayNode array = parameter.putArray("choices");
        choices.forEach(array::add);
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JSON.createObjectNode();
        switch (condition) {
            case Condition.OneOf(String parameter, java.util.List<Value> values) -> values(node.put("type", "one_of").put("parameter", parameter), values);
            case Condition.NoneOf(String parameter, java.util.List<Value> values) -> values(node.put("type", "none_of").put("parameter", parameter), values);
            case Condition.Between(String parameter, double lower, double upper, boolean inclusive, java.util.List<String> choices) -> {
                node.put("type", "between").put("parameter", parameter).put("inclusive", inclusive);
                bound(node, "lower", lower);
                bound(node, "upper", upper);
                ArrayNode order = node.putArray("choices");
                choices.forEach(order::add);
            }
            case Condition.AllOf(java.util.List<Condition> parts) -> parts(node.put("type", "all_of"), parts);
            case Condition.AnyOf(java.util.List<Condition> parts) -> parts(node.put("type", "any_of"), parts);
        }
        return node;
    }

    private static void bound(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    private static void values(ObjectNode node, java.util.List<Value> values) {
        ArrayNode array = node.putArray("values");
        values.forEach(value -> array.add(value(value)));
    }

    private static void parts(ObjectNode node, java.util.List<Condition> parts) {
        ArrayNode array = node.putArray("parts");
        parts.forEach(part -> array.add(condition(part)));
    }

    static ObjectNode configuration(Configuration configuration) {
        ObjectNode node = JSON.createObjectNode();
        configuration.active().forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.FloatValue(double number) -> JSON.getNodeFactory().numberNode(number);
            case Value.IntValue(long number) -> JSON.getNodeFactory().numberNode(number);
            case Value.ChoiceValue(String choice) -> JSON.getNodeFactory().stringNode(choice);
            case Value.PermutationValue(java.util.List<Integer> order) -> {
                ArrayNode array = JSON.createArrayNode();
                order.forEach(array::add);
                yield array;
            }
        };
    }

    private static ObjectNode fidelity(Fidelity fidelity) {
        ObjectNode node = JSON.createObjectNode();
        fidelity.levels().forEach(node::put);
        return node;
    }

    /**
     * A suggestion of the program.
     *
     * @throws IllegalStateException when it names what the space does not have, leaves out a value, or gives one of the wrong kind
     */
    static Suggestion suggestion(JsonNode node, Problem problem) {
        JsonNode given = node.path("configuration");
        if (!given.isObject()) {
            throw new IllegalStateException("A suggestion of the program has no object 'configuration': " + node);
        }
        java.util.TreeMap<String, Value> values = new java.util.TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            Parameter parameter = problem.space().parameter(entry.getKey()).orElseThrow(() -> new IllegalStateException("The program suggests a value of '"
                    + entry.getKey() + "', which is no parameter. Maybe one of " + problem.space().parameters().stream().map(Parameter::name).toList()));
            values.put(entry.getKey(), read(parameter, entry.getValue()));
        }
        Fidelity fidelity = problem.fidelities().full();
        JsonNode level = node.path("fidelity");
        for (Map.Entry<String, JsonNode> entry : level.properties()) {
            fidelity = fidelity.with(entry.getKey(), entry.getValue().asDouble());
        }
        Suggestion suggestion = new Suggestion(Configuration.of(values), fidelity, node.path("tag").asLong(0));
        return node.has("resumes") ? suggestion.resuming(node.get("resumes").asInt()) : suggestion;
    }

    private static Value read(Parameter parameter, JsonNode node) {
        boolean fits = switch (parameter) {
            case FloatParameter _ -> node.isNumber();
            case IntParameter _ -> node.isIntegralNumber();
            case CategoricalParameter _, OrdinalParameter _ -> node.isString();
            case PermutationParameter _ -> node.isArray();
        };
        if (!fits) {
            throw new IllegalStateException("The program suggests " + parameter.name() + " = " + node + ", but it is " + parameter.kind() + ".");
        }
        return switch (parameter) {
            case FloatParameter _ -> Value.of(node.asDouble());
            case IntParameter _ -> Value.of(node.asLong());
            case CategoricalParameter _, OrdinalParameter _ -> Value.of(node.asString());
            case PermutationParameter _ -> new Value.PermutationValue(node.valueStream().map(JsonNode::asInt).toList());
        };
    }
}
