package org.optbench.model.space;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of the active parameters by name, sorted by name; an inactive parameter is absent. Immutable; two configurations are equal when their
 * canonical texts are.
 */
public record Configuration(SortedMap<String, Value> active) {

    private static final Configuration EMPTY = new Configuration(new TreeMap<>());

    public Configuration {
        active = Collections.unmodifiableSortedMap(new TreeMap<>(active));
    }

    public static Configuration empty() {
        return EMPTY;
    }

    public static Configuration of(Map<String, Value> values) {
        return new Configuration(new TreeMap<>(values));
    }

    /**
     * Reads the canonical text.
     *
     * @throws IllegalArgumentException when the text is not a flat JSON object of numbers, strings and lists of ints
     */
    public static Configuration parse(String canonicalText) {
        return new Configuration(CanonicalText.read(canonicalText));
    }

    /**
     * The canonical text: one line of JSON, names sorted, floats by {@link Double#toString(double)}. Equal configurations have equal texts and
     * {@link #parse} gives the configuration back exactly.
     */
    public String canonicalText() {
        return CanonicalText.write(active);
    }

    public boolean isActive(String parameter) {
        return active.containsKey(parameter);
    }

    /** The value of an active parameter. */
    public Value value(String parameter) {
        Value value = active.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("Parameter '" + parameter + "' has no value in " + canonicalText()
                    + ". Maybe it is inactive there: ask isActive first.");
        }
        return value;
    }

    /** The value of an active float parameter. */
    public double real(String parameter) {
        return value(parameter) instanceof Value.FloatValue(double number) ? number : wrongKind(parameter, "a float");
    }

    /** The value of an active int parameter. */
    public long whole(String parameter) {
        return value(parameter) instanceof Value.IntValue(long number) ? number : wrongKind(parameter, "an int");
    }

    /** The value of an active float or int parameter as a double. */
    public double number(String parameter) {
        return switch (value(parameter)) {
            case Value.FloatValue(double number) -> number;
            case Value.IntValue(long number) -> number;
            case Value.ChoiceValue _, Value.PermutationValue _ -> wrongKind(parameter, "a number");
        };
    }

    /** The value of an active categorical or ordinal parameter. */
    public String choice(String parameter) {
        return value(parameter) instanceof Value.ChoiceValue(String choice) ? choice : wrongKind(parameter, "a choice");
    }

    /** The value of an active permutation parameter: item at each place. */
    public int[] order(String parameter) {
        return value(parameter) instanceof Value.PermutationValue permutation
                ? permutation.order().stream().mapToInt(Integer::intValue).toArray()
                : wrongKind(parameter, "a permutation");
    }

    /** This configuration with one value set. */
    public Configuration with(String parameter, Value value) {
        TreeMap<String, Value> values = new TreeMap<>(active);
        values.put(parameter, value);
        return new Configuration(values);
    }

    /** This configuration without one parameter. */
    public Configuration without(String parameter) {
        TreeMap<String, Value> values = new TreeMap<>(active);
        values.remove(parameter);
        return new Configuration(values);
    }

    @Override
    public String toString() {
        return canonicalText();
    }

    private <T> T wrongKind(String parameter, String wanted) {
        throw new IllegalArgumentException("Parameter '" + parameter + "' has the value " + value(parameter).json() + ", which is not " + wanted + ".");
    }
}
