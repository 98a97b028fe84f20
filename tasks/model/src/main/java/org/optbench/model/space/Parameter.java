package org.optbench.model.space;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** One named dimension of a search space. */
public sealed interface Parameter permits FloatParameter, IntParameter, CategoricalParameter, OrdinalParameter, PermutationParameter {

    /** Name, unique in its space, not blank. */
    String name();

    /** The value to start from when nothing is known. */
    Value defaultValue();

    ParameterKind kind();

    /** Number of distinct values, {@link Double#POSITIVE_INFINITY} for a float parameter. */
    double cardinality();

    /** A value drawn from the parameter's prior (uniform on its scale unless it says otherwise). */
    Value sample(RandomGenerator random);

    /** Why a value is not legal here; empty when it is. */
    Optional<String> objection(Value value);

    /** Number of unit-cube coordinates: 1, for a permutation of n items n (random keys). */
    default int width() {
        return 1;
    }

    /** Writes the coordinates of a legal value, each in [0, 1], to {@code coordinates[offset .. offset + width - 1]}. */
    void encode(Value value, double[] coordinates, int offset);

    /**
     * The value at coordinates in [0, 1]; coordinates outside are moved to the border. Decoding an encoded int, choice or permutation gives it back
     * exactly, a float to rounding.
     */
    Value decode(double[] coordinates, int offset);

    /** Moves any value to a legal one: numbers to the nearest bound (rounded where ints are asked for), anything else to the default. */
    Value repair(Value value);
}
