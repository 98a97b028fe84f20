package org.optbench.model.space;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Rules that several kinds of parameter share. */
final class Checks {

    private Checks() {
    }

    static void name(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Parameter name '" + name + "': a name must not be blank.");
        }
    }

    static void choices(String name, List<String> choices) {
        if (choices.isEmpty() || new HashSet<>(choices).size() != choices.size()) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "' has choices " + choices + ": there must be at least one and all must differ.");
        }
    }

    static void legalDefault(Parameter parameter) {
        parameter.objection(parameter.defaultValue()).ifPresent(why -> {
            throw new IllegalArgumentException("Default of parameter '" + parameter.name() + "': " + why);
        });
    }

    static Optional<String> choiceObjection(Value value, List<String> choices) {
        return value instanceof Value.ChoiceValue(String choice) && choices.contains(choice) ? Optional.empty()
                : Optional.of(value.plain() + " is none of the choices " + choices);
    }

    static int binOf(double unit, int bins) {
        return Math.clamp((long) (unit * bins), 0, bins - 1);
    }

    static double clampUnit(double unit) {
        return Math.clamp(unit, 0.0, 1.0);
    }
}
