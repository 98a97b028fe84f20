package org.optbench.model.space;

import java.util.List;

/** The value of one parameter in a configuration. */
public sealed interface Value {

    /** A finite real number. */
    record FloatValue(double value) implements Value {
        public FloatValue {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Value " + value + " of a float parameter: it must be finite.");
            }
            value += 0.0; // minus zero and zero are one value
        }
    }

    /** A whole number. */
    record IntValue(long value) implements Value {
    }

    /** One of the named choices of a categorical or ordinal parameter. */
    record ChoiceValue(String value) implements Value {
    }

    /** An order of the items 0 .. n-1, each once. */
    record PermutationValue(List<Integer> order) implements Value {
        public PermutationValue {
            order = List.copyOf(order);
            boolean[] seen = new boolean[order.size()];
            for (int item : order) {
                if (item < 0 || item >= seen.length || seen[item]) {
                    throw new IllegalArgumentException(
                            "Value " + order + " of a permutation: it must hold each of 0 .. " + (seen.length - 1) + " once.");
                }
                seen[item] = true;
            }
        }
    }

    static Value of(double value) {
        return new FloatValue(value);
    }

    static Value of(long value) {
        return new IntValue(value);
    }

    static Value of(String choice) {
        return new ChoiceValue(choice);
    }

    static Value of(List<Integer> order) {
        return new PermutationValue(order);
    }

    /** The value as JSON; floats always carry a point or an exponent, ints never, so that the text alone tells the kind. */
    default String json() {
        return switch (this) {
            case FloatValue(double number) -> Double.toString(number);
            case IntValue(long number) -> Long.toString(number);
            case ChoiceValue(String choice) -> CanonicalText.quote(choice);
            case PermutationValue(List<Integer> order) -> order.toString().replace(" ", "");
        };
    }

    /** The value as people write it: like {@link #json()}, choices without quotes. */
    default String plain() {
        return this instanceof ChoiceValue(String choice) ? choice : json();
    }
}
