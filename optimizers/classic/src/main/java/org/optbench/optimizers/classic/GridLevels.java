package org.optbench.optimizers.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.Value;

/** The values of each kind of parameter that a grid visits. */
final class GridLevels {

    private GridLevels() {
    }

    /** How many levels a parameter has when numbers and permutations may have at most that many; choices are always all there. */
    static long count(Parameter parameter, int most) {
        return switch (parameter) {
            case FloatParameter _ -> most;
            case IntParameter ints -> (long) Math.min(most, ints.cardinality());
            case CategoricalParameter choices -> choices.choices().size();
            case OrdinalParameter choices -> choices.choices().size();
            case PermutationParameter orders -> (long) Math.min(most, orders.cardinality());
        };
    }

    /** The level at a position, 0 to count - 1: numbers evenly spaced on their scale with both bounds, the default when there is one level only. */
    static Value value(Parameter parameter, long level, long count) {
        if (count == 1 && !(parameter instanceof IntParameter ints && ints.lower() == ints.upper())) {
            return parameter.defaultValue();
        }
        return switch (parameter) {
            case FloatParameter floats -> Value.of(floats.fromUnit(level / (count - 1.0)));
            case IntParameter ints -> Value.of(whole(ints, level, count));
            case CategoricalParameter choices -> Value.of(choices.choices().get((int) level));
            case OrdinalParameter choices -> Value.of(choices.choices().get((int) level));
            case PermutationParameter orders -> Value.of(order(orders.size(), (level + 0.5) / count));
        };
    }

    private static long whole(IntParameter ints, long level, long count) {
        if (count == ints.cardinality()) {
            return ints.lower() + level;
        }
        return ints.fromUnit(level / (count - 1.0));
    }

    /** The permutation at a position in [0, 1) of all permutations in lexicographic order. */
    private static List<Integer> order(int size, double position) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<Integer> order = new ArrayList<>(size);
        double rest = position;
        for (int n = size; n > 0; n--) {
            double scaled = rest * n;
            int digit = Math.min((int) scaled, n - 1);
            rest = scaled - digit;
            order.add(left.remove(digit));
        }
        return order;
    }
}
