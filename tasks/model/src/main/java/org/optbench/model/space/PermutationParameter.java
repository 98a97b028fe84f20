package org.optbench.model.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An order of the items 0 .. size-1. In the unit cube it has {@code size} coordinates, one random key per item (Bean 1994): the items sorted by
 * their keys are the permutation, ties by item.
 *
 * @param size number of items, at least 1
 */
public record PermutationParameter(String name, int size) implements Parameter {

    public PermutationParameter {
        Checks.name(name);
        if (size < 1) {
            throw new IllegalArgumentException("Permutation '" + name + "' has size " + size + ": it must be at least 1.");
        }
    }

    @Override
    public Value defaultValue() {
        return Value.of(IntStream.range(0, size).boxed().toList());
    }

    @Override
    public ParameterKind kind() {
        return ParameterKind.PERMUTATION;
    }

    @Override
    public double cardinality() {
        double orders = 1;
        for (int i = 2; i <= size; i++) {
            orders *= i;
        }
        return orders;
    }

    @Override
    public Value sample(RandomGenerator random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (int i = size - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return Value.of(order);
    }

    @Override
    public Optional<String> objection(Value value) {
        return value instanceof Value.PermutationValue(List<Integer> order) && order.size() == size ? Optional.empty()
                : Optional.of(value.plain() + " is not an order of " + size + " items");
    }

    @Override
    public int width() {
        return size;
    }

    @Override
    public void encode(Value value, double[] coordinates, int offset) {
        List<Integer> order = ((Value.PermutationValue) value).order();
        for (int place = 0; place < size; place++) {
            coordinates[offset + order.get(place)] = (place + 0.5) / size;
        }
    }

    @Override
    public Value decode(double[] coordinates, int offset) {
        return Value.of(IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(item -> coordinates[offset + item])).toList());
    }

    @Override
    public Value repair(Value value) {
        return objection(value).isEmpty() ? value : defaultValue();
    }
}
