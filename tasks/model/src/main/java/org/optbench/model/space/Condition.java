package org.optbench.model.space;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A statement about the values of other parameters: it activates a parameter, or forbids a combination. A leaf about an inactive parameter is
 * false.
 */
public sealed interface Condition {

    /** Whether it holds, given the values of the active parameters. */
    boolean holds(SortedMap<String, Value> active);

    default boolean holds(Configuration configuration) {
        return holds(configuration.active());
    }

    /** Names of the parameters it speaks of. */
    Set<String> parents();

    /** In words, for messages. */
    String text();

    /** The parameter is active and has one of the values. */
    record OneOf(String parameter, List<Value> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(SortedMap<String, Value> active) {
            Value value = active.get(parameter);
            return value != null && values.contains(value);
        }

        @Override
        public Set<String> parents() {
            return Set.of(parameter);
        }

        @Override
        public String text() {
            return parameter + (values.size() == 1 ? " = " + values.getFirst().plain() : " in " + plain(values));
        }
    }

    /** The parameter is active and has none of the values. */
    record NoneOf(String parameter, List<Value> values) implements Condition {
        public NoneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(SortedMap<String, Value> active) {
            Value value = active.get(parameter);
            return value != null && !values.contains(value);
        }

        @Override
        public Set<String> parents() {
            return Set.of(parameter);
        }

        @Override
        public String text() {
            return parameter + " not in " + plain(values);
        }
    }

    /**
     * The number is active and lies above the lower and below the upper bound. For an ordinal parameter the bounds are positions in its list of
     * choices, which {@link #choices} carries.
     *
     * @param lower     lower bound, may be minus infinity
     * @param upper     upper bound, may be infinity
     * @param inclusive whether the bounds themselves count
     * @param choices   the ordered choices of an ordinal parameter, empty for a number
     */
    record Between(String parameter, double lower, double upper, boolean inclusive, List<String> choices) implements Condition {
        public Between {
            choices = List.copyOf(choices);
            if (Double.isNaN(lower) || Double.isNaN(upper)) {
                throw new IllegalArgumentException("Condition on '" + parameter + "' has bounds " + lower + " and " + upper + ": NaN is not allowed.");
            }
        }

        @Override
        public boolean holds(SortedMap<String, Value> active) {
            Value value = active.get(parameter);
            if (value == null) {
                return false;
            }
            double position = switch (value) {
                case Value.FloatValue(double number) -> number;
                case Value.IntValue(long number) -> number;
                case Value.ChoiceValue(String choice) -> choices.indexOf(choice);
                case Value.PermutationValue _ -> Double.NaN;
            };
            return inclusive ? position >= lower && position <= upper : position > lower && position < upper;
        }

        @Override
        public Set<String> parents() {
            return Set.of(parameter);
        }

        @Override
        public String text() {
            return parameter + " between " + lower + " and " + upper + (inclusive ? "" : " (exclusive)");
        }
    }

    /** Every part holds. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(SortedMap<String, Value> active) {
            return parts.stream().allMatch(part -> part.holds(active));
        }

        @Override
        public Set<String> parents() {
            return union(parts);
        }

        @Override
        public String text() {
            return joined(parts, " and ");
        }
    }

    /** At least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(SortedMap<String, Value> active) {
            return parts.stream().anyMatch(part -> part.holds(active));
        }

        @Override
        public Set<String> parents() {
            return union(parts);
        }

        @Override
        public String text() {
            return joined(parts, " or ");
        }
    }

    static Condition equal(String parameter, Value value) {
        return new OneOf(parameter, List.of(value));
    }

    static Condition equal(String parameter, String choice) {
        return equal(parameter, Value.of(choice));
    }

    static Condition in(String parameter, String... choices) {
        return new OneOf(parameter, List.of(choices).stream().map(Value::of).toList());
    }

    static Condition greaterThan(String parameter, double bound) {
        return new Between(parameter, bound, Double.POSITIVE_INFINITY, false, List.of());
    }

    static Condition lessThan(String parameter, double bound) {
        return new Between(parameter, Double.NEGATIVE_INFINITY, bound, false, List.of());
    }

    static Condition all(Condition... parts) {
        return new AllOf(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new AnyOf(List.of(parts));
    }

    private static Set<String> union(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.parents().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(Condition::text).collect(Collectors.joining(word, "(", ")"));
    }

    private static String plain(List<Value> values) {
        return values.stream().map(Value::plain).toList().toString();
    }
}
