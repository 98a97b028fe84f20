package org.optbench.model.space;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One of several named choices, in the given order from least to most. Each choice owns an interval of equal width on the unit line.
 *
 * @param choices at least one, all different
 * @param initial the choice to start from
 */
public record OrdinalParameter(String name, List<String> choices, String initial) implements Parameter {

    public OrdinalParameter {
        Checks.name(name);
        choices = List.copyOf(choices);
        Checks.choices(name, choices);
        if (!choices.contains(initial)) {
            throw new IllegalArgumentException("Default '" + initial + "' of parameter '" + name + "': it must be one of " + choices + ".");
        }
    }

    /** Choices with the first as the default. */
    public static OrdinalParameter of(String name, List<String> choices) {
        Checks.choices(name, choices);
        return new OrdinalParameter(name, choices, choices.getFirst());
    }

    /** Choices with the first as the default. */
    public static OrdinalParameter of(String name, String... choices) {
        return of(name, List.of(choices));
    }

    public OrdinalParameter withDefault(String choice) {
        return new OrdinalParameter(name, choices, choice);
    }

    @Override
    public Value defaultValue() {
        return Value.of(initial);
    }

    @Override
    public ParameterKind kind() {
        return ParameterKind.ORDINAL;
    }

    @Override
    public double cardinality() {
        return choices.size();
    }

    @Override
    public Value sample(RandomGenerator random) {
        return Value.of(choices.get(random.nextInt(choices.size())));
    }

    @Override
    public Optional<String> objection(Value value) {
        return Checks.choiceObjection(value, choices);
    }

    @Override
    public void encode(Value value, double[] coordinates, int offset) {
        coordinates[offset] = (choices.indexOf(((Value.ChoiceValue) value).value()) + 0.5) / choices.size();
    }

    @Override
    public Value decode(double[] coordinates, int offset) {
        return Value.of(choices.get(Checks.binOf(coordinates[offset], choices.size())));
    }

    @Override
    public Value repair(Value value) {
        return objection(value).isEmpty() ? value : defaultValue();
    }
}
