package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * Crossover and mutation of points of any space. Numbers and ordinals: bounded simulated binary crossover (Deb and Agrawal 1995) and polynomial
 * mutation (Deb and Goyal 1996); choices: uniform crossover and another choice; permutations: order crossover (Davis 1985) and a swap, an insertion
 * or a reversal. A parameter that only one parent has comes from it; what becomes active is drawn at random.
 */
final class Variation {

    private static final double EXCHANGE = 0.5;
    private static final double SAME = 1e-14;

    private final Encoding encoding;
    private final Rates rates;
    private final RandomGenerator random;
    private final int[] offsets;

    /**
     * How much varies.
     *
     * @param crossover      probability that a child mixes its parents at all
     * @param crossoverIndex distribution index of the crossover: larger is nearer to the parents
     * @param mutations      expected number of parameters that mutate
     * @param mutationIndex  distribution index of the mutation: larger is nearer
     */
    record Rates(double crossover, double crossoverIndex, double mutations, double mutationIndex) {

        /** The settings every evolutionary method here has. */
        static SearchSpace.Builder settings(int population, double crossover, double crossoverIndex) {
            return SearchSpace.builder().add(IntParameter.log("population", 4, 1000).withDefault(population))
                    .add(FloatParameter.linear("crossover_probability", 0, 1).withDefault(crossover))
                    .add(FloatParameter.log("crossover_index", 1, 100).withDefault(crossoverIndex))
                    .add(FloatParameter.log("mutations", 0.1, 10).withDefault(1.0)).add(FloatParameter.log("mutation_index", 1, 100).withDefault(20.0));
        }

        static Rates of(Configuration settings) {
            return new Rates(settings.real("crossover_probability"), settings.real("crossover_index"), settings.real("mutations"),
                    settings.real("mutation_index"));
        }
    }

    Variation(Encoding encoding, Rates rates, RandomGenerator random) {
        this.encoding = encoding;
        this.rates = rates;
        this.random = random;
        List<Parameter> parameters = encoding.space().parameters();
        offsets = parameters.stream().mapToInt(parameter -> encoding.space().unitCube().offset(parameter.name())).toArray();
    }

    /** Two legal children of two parents, in any order. */
    List<double[]> children(double[] first, double[] second) {
        double[] one = first.clone();
        double[] two = second.clone();
        if (random.nextDouble() < rates.crossover()) {
            for (int i = 0; i < offsets.length; i++) {
                cross(encoding.space().parameters().get(i), offsets[i], one, two);
            }
        }
        return random.nextBoolean() ? List.of(mutated(one), mutated(two)) : List.of(mutated(two), mutated(one));
    }

    /** A legal child of two parents. */
    double[] child(double[] first, double[] second) {
        return children(first, second).getFirst();
    }

    /**
     * A legal child by differential evolution, {@code base + factor (plus - minus)} in every number, then mutation; choices come from one of the
     * three, permutations by order crossover (Li and Zhang 2009, without crossover between base and mutant).
     */
    double[] differential(double[] base, double[] plus, double[] minus, double factor) {
        double[] child = base.clone();
        for (int i = 0; i < offsets.length; i++) {
            int at = offsets[i];
            switch (encoding.space().parameters().get(i)) {
                case FloatParameter _, IntParameter _, OrdinalParameter _ -> {
                    double moved = base[at] + factor * (plus[at] - minus[at]);
                    child[at] = Double.isNaN(moved) ? base[at] : moved < 0 ? random.nextDouble() * base[at]
                            : moved > 1 ? 1 - random.nextDouble() * (1 - base[at]) : moved;
                }
                case CategoricalParameter _ -> child[at] = switch (random.nextInt(3)) {
                    case 0 -> base[at];
                    case 1 -> plus[at];
                    default -> minus[at];
                };
                case PermutationParameter order -> cross(order, at, child, plus.clone());
            }
        }
        return mutated(child);
    }

    private double[] mutated(double[] child) {
        int active = 0;
        for (int offset : offsets) {
            active += Double.isNaN(child[offset]) ? 0 : 1;
        }
        double probability = rates.mutations() / Math.max(active, 1);
        for (int i = 0; i < offsets.length; i++) {
            if (!Double.isNaN(child[offsets[i]]) && random.nextDouble() < probability) {
                mutate(encoding.space().parameters().get(i), offsets[i], child);
            }
        }
        return encoding.legal(child, random);
    }

    /** Mixes one parameter of two points, both changed. */
    private void cross(Parameter parameter, int at, double[] one, double[] two) {
        if (Double.isNaN(one[at])) {
            System.arraycopy(two, at, one, at, parameter.width());
            return;
        }
        if (Double.isNaN(two[at])) {
            System.arraycopy(one, at, two, at, parameter.width());
            return;
        }
        if (random.nextDouble() >= EXCHANGE) {
            return;
        }
        switch (parameter) {
            case FloatParameter _, IntParameter _, OrdinalParameter _ -> simulatedBinary(at, one, two);
            case CategoricalParameter _ -> swap(at, one, two);
            case PermutationParameter order -> orderCrossover(order, at, one, two);
        }
    }

    private void swap(int at, double[] one, double[] two) {
        if (random.nextBoolean()) {
            double kept = one[at];
            one[at] = two[at];
            two[at] = kept;
        }
    }

    /** Bounded simulated binary crossover in [0, 1]. */
    private void simulatedBinary(int at, double[] one, double[] two) {
        double low = Math.min(one[at], two[at]);
        double high = Math.max(one[at], two[at]);
        if (high - low > SAME) {
            double u = random.nextDouble();
            one[at] = Math.clamp(0.5 * (low + high - spread(u, 1 + 2 * low / (high - low)) * (high - low)), 0, 1);
            two[at] = Math.clamp(0.5 * (low + high + spread(u, 1 + 2 * (1 - high) / (high - low)) * (high - low)), 0, 1);
            swap(at, one, two);
        }
    }

    private double spread(double u, double room) {
        double power = 1 / (rates.crossoverIndex() + 1);
        double alpha = 2 - StrictMath.pow(room, -(rates.crossoverIndex() + 1));
        return u <= 1 / alpha ? StrictMath.pow(u * alpha, power) : StrictMath.pow(1 / (2 - u * alpha), power);
    }

    private void orderCrossover(PermutationParameter parameter, int at, double[] one, double[] two) {
        List<Integer> first = order(parameter, at, one);
        List<Integer> second = order(parameter, at, two);
        int from = random.nextInt(first.size());
        int to = random.nextInt(first.size());
        parameter.encode(Value.of(ordered(first, second, Math.min(from, to), Math.max(from, to) + 1)), one, at);
        parameter.encode(Value.of(ordered(second, first, Math.min(from, to), Math.max(from, to) + 1)), two, at);
    }

    /** The items of {@code [from, to)} where they are, the others in the order they have in the other parent. */
    private static List<Integer> ordered(List<Integer> mine, List<Integer> theirs, int from, int to) {
        List<Integer> kept = mine.subList(from, to);
        List<Integer> mixed = new ArrayList<>(theirs);
        mixed.removeAll(kept);
        mixed.addAll(from, kept);
        return mixed;
    }

    private static List<Integer> order(PermutationParameter parameter, int at, double[] point) {
        return ((Value.PermutationValue) parameter.decode(point, at)).order();
    }

    private void mutate(Parameter parameter, int at, double[] point) {
        if (parameter.cardinality() <= 1) {
            return;
        }
        switch (parameter) {
            case FloatParameter _ -> point[at] = polynomial(point[at]);
            case IntParameter _, OrdinalParameter _ -> point[at] = stepped(point[at], 1 / parameter.cardinality());
            case CategoricalParameter choices -> {
                int count = choices.choices().size();
                int current = Math.min((int) (point[at] * count), count - 1);
                point[at] = ((current + 1 + random.nextInt(count - 1)) % count + 0.5) / count;
            }
            case PermutationParameter order -> rearrange(order, at, point);
        }
    }

    /** Polynomial mutation of a number in [0, 1] that keeps to the bounds. */
    private double polynomial(double x) {
        double power = rates.mutationIndex() + 1;
        double u = random.nextDouble();
        double delta = u < 0.5 ? StrictMath.pow(2 * u + (1 - 2 * u) * StrictMath.pow(1 - x, power), 1 / power) - 1
                : 1 - StrictMath.pow(2 * (1 - u) + (2 * u - 1) * StrictMath.pow(x, power), 1 / power);
        return Math.clamp(x + delta, 0, 1);
    }

    /** Polynomial mutation by at least one cell of a discrete number. */
    private double stepped(double x, double cell) {
        double moved = polynomial(x);
        if (Math.abs(moved - x) >= cell) {
            return moved;
        }
        double step = moved < x ? -cell : cell;
        return x + step > 0 && x + step < 1 ? x + step : x - step;
    }

    private void rearrange(PermutationParameter parameter, int at, double[] point) {
        List<Integer> order = new ArrayList<>(order(parameter, at, point));
        int one = random.nextInt(order.size());
        int two = (one + 1 + random.nextInt(order.size() - 1)) % order.size();
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(order, one, two);
            case 1 -> order.add(two, order.remove(one));
            default -> Collections.reverse(order.subList(Math.min(one, two), Math.max(one, two) + 1));
        }
        parameter.encode(Value.of(order), point, at);
    }
}
