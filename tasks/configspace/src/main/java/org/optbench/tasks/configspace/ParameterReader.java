package org.optbench.tasks.configspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.Prior;
import org.optbench.model.task.Suggest;
import tools.jackson.databind.JsonNode;

/** Reads one hyperparameter. */
final class ParameterReader {

    private static final Set<String> TYPES = Set.of("uniform_float", "uniform_int", "normal_float", "normal_int", "beta_float", "beta_int",
            "categorical", "ordinal", "constant", "unparametrized");
    private static final Set<String> COMMON = Set.of("name", "type", "default", "default_value", "meta");

    private ParameterReader() {
    }

    static Parameter read(Json node) {
        String type = node.text("type");
        return switch (type) {
            case "uniform_float" -> real(node, Prior.uniform(), Set.of());
            case "uniform_int" -> whole(node, Prior.uniform(), Set.of());
            case "normal_float" -> real(node, normal(node), Set.of("mu", "sigma"));
            case "normal_int" -> whole(node, normal(node), Set.of("mu", "sigma"));
            case "beta_float" -> real(node, beta(node), Set.of("alpha", "beta"));
            case "beta_int" -> whole(node, beta(node), Set.of("alpha", "beta"));
            case "categorical" -> categorical(node);
            case "ordinal" -> ordinal(node);
            case "constant", "unparametrized" -> constant(node);
            default -> throw node.broken("type '" + type + "' is unknown. " + Suggest.hint(type, TYPES, "use one of " + new TreeSet<>(TYPES)));
        };
    }

    private static Parameter real(Json node, Prior prior, Set<String> more) {
        requireKnown(node, Set.of("lower", "upper", "log", "q"), more);
        requireNoSteps(node);
        double lower = node.number("lower");
        double upper = node.number("upper");
        FloatParameter plain = node.flag("log") ? FloatParameter.log(node.text("name"), lower, upper)
                : FloatParameter.linear(node.text("name"), lower, upper);
        FloatParameter withPrior = plain.withPrior(prior);
        return hasDefault(node) ? withPrior.withDefault(inBounds(node, node.number(defaultKey(node)), lower, upper)) : withPrior;
    }

    private static Parameter whole(Json node, Prior prior, Set<String> more) {
        requireKnown(node, Set.of("lower", "upper", "log", "q"), more);
        requireNoSteps(node);
        long lower = node.whole("lower");
        long upper = node.whole("upper");
        IntParameter plain = node.flag("log") ? IntParameter.log(node.text("name"), lower, upper)
                : IntParameter.linear(node.text("name"), lower, upper);
        IntParameter withPrior = plain.withPrior(prior);
        return hasDefault(node) ? withPrior.withDefault(node.whole(defaultKey(node))) : withPrior;
    }

    /** Bounds written by Python may differ from the default by a rounding error; anything more is an error of the model's own check. */
    private static double inBounds(Json node, double value, double lower, double upper) {
        double slack = 1e-12 * Math.max(Math.abs(lower), Math.abs(upper));
        if (value < lower - slack || value > upper + slack) {
            throw node.broken("default " + value + " lies outside [" + lower + ", " + upper + "]");
        }
        return Math.clamp(value, lower, upper);
    }

    private static Prior normal(Json node) {
        if (node.flag("log")) {
            throw node.broken("a normal distribution on a log scale is not supported, since its unit differs between the versions of ConfigSpace."
                    + " Maybe use uniform_float with log");
        }
        if (!node.has("lower") || !node.has("upper")) {
            throw node.broken("a normal distribution without bounds is not supported. Maybe add 'lower' and 'upper'");
        }
        return new Prior.Normal(node.number("mu"), node.number("sigma"));
    }

    private static Prior beta(Json node) {
        return new Prior.Beta(node.number("alpha"), node.number("beta"));
    }

    private static Parameter categorical(Json node) {
        requireKnown(node, Set.of("choices", "weights", "probabilities"), Set.of());
        requireEqual(node, "weights");
        requireEqual(node, "probabilities");
        CategoricalParameter plain = CategoricalParameter.of(node.text("name"), node.values("choices").stream().map(Json::choice).toList());
        return hasDefault(node) ? plain.withDefault(Json.choice(node.get(defaultKey(node)))) : plain;
    }

    private static Parameter ordinal(Json node) {
        requireKnown(node, Set.of("sequence"), Set.of());
        OrdinalParameter plain = OrdinalParameter.of(node.text("name"), node.values("sequence").stream().map(Json::choice).toList());
        return hasDefault(node) ? plain.withDefault(Json.choice(node.get(defaultKey(node)))) : plain;
    }

    private static Parameter constant(Json node) {
        requireKnown(node, Set.of("value"), Set.of());
        JsonNode value = node.get("value");
        return value.isIntegralNumber() ? IntParameter.linear(node.text("name"), value.longValue(), value.longValue())
                : CategoricalParameter.of(node.text("name"), Json.choice(value));
    }

    private static void requireKnown(Json node, Set<String> some, Set<String> more) {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(some);
        known.addAll(more);
        node.requireKnown(known);
    }

    private static void requireNoSteps(Json node) {
        if (node.has("q")) {
            throw node.broken("steps of q = " + node.get("q") + " are not supported. Maybe use a uniform_int or an ordinal");
        }
    }

    private static void requireEqual(Json node, String key) {
        List<JsonNode> weights = node.values(key);
        if (weights.stream().anyMatch(weight -> Math.abs(weight.doubleValue() - weights.getFirst().doubleValue()) > 1e-9)) {
            throw node.broken("unequal " + key + " " + weights + " are not supported. Maybe leave them out");
        }
    }

    private static boolean hasDefault(Json node) {
        return node.has("default") || node.has("default_value");
    }

    private static String defaultKey(Json node) {
        return node.has("default") ? "default" : "default_value";
    }
}
