package org.optbench.optimizer.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
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

/**
 * Small random changes of configurations of any space: numbers take a normal step on their scale (ints at least one), ordinals a step, categoricals another choice,
 * permutations a swap, an insertion or a reversal. What becomes active is drawn anew, forbidden results are drawn again.
 */
public final class Neighbourhood {

    private static final int TRIES = 50;

    private final SearchSpace space;
    private final List<Parameter> changeable;
    private final RandomGenerator random;

    public Neighbourhood(SearchSpace space, RandomGenerator random) {
        this.space = space;
        this.random = random;
        this.changeable = space.parameters().stream().filter(parameter -> parameter.cardinality() > 1).toList();
    }

    /**
     * A legal configuration that differs in one active parameter (and in what its change activates); the same one when nothing can change.
     *
     * @param step standard deviation of the step of a number in units of its scale's range, positive
     */
    public Configuration neighbour(Configuration configuration, double step) {
        List<Parameter> active = changeable.stream().filter(parameter -> configuration.isActive(parameter.name())).toList();
        for (int i = 0; i < TRIES && !active.isEmpty(); i++) {
            Parameter parameter = active.get(random.nextInt(active.size()));
            Value changed = changed(parameter, configuration.value(parameter.name()), step);
            Configuration neighbour = completed(configuration.with(parameter.name(), changed));
            if (!space.isForbidden(neighbour)) {
                return neighbour;
            }
        }
        return configuration;
    }

    /** The configuration with inactive parameters dropped and newly active ones drawn at random. */
    public Configuration completed(Configuration configuration) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : space.parentsFirst()) {
            if (space.isActive(parameter, new Configuration(values))) {
                values.put(parameter.name(),
                        configuration.isActive(parameter.name()) ? configuration.value(parameter.name()) : parameter.sample(random));
            }
        }
        return new Configuration(values);
    }

    private Value changed(Parameter parameter, Value value, double step) {
        return switch (parameter) {
            case FloatParameter floats -> {
                double unit = floats.toUnit(((Value.FloatValue) value).value());
                yield Value.of(floats.fromUnit(reflected(unit + step * random.nextGaussian())));
            }
            case IntParameter ints -> {
                long old = ((Value.IntValue) value).value();
                long moved = ints.fromUnit(reflected(ints.toUnit(old) + step * random.nextGaussian()));
                yield Value.of(moved != old ? moved : old == ints.lower() ? old + 1 : old == ints.upper() || random.nextBoolean() ? old - 1 : old + 1);
            }
            case CategoricalParameter choices -> {
                int pick = random.nextInt(choices.choices().size() - 1);
                int old = choices.choices().indexOf(((Value.ChoiceValue) value).value());
                yield Value.of(choices.choices().get(pick < old ? pick : pick + 1));
            }
            case OrdinalParameter levels -> {
                int old = levels.choices().indexOf(((Value.ChoiceValue) value).value());
                int last = levels.choices().size() - 1;
                yield Value.of(levels.choices().get(old == 0 ? 1 : old == last || random.nextBoolean() ? old - 1 : old + 1));
            }
            case PermutationParameter _ -> Value.of(moved(((Value.PermutationValue) value).order()));
        };
    }

    private List<Integer> moved(List<Integer> order) {
        List<Integer> moved = new ArrayList<>(order);
        int from = random.nextInt(order.size());
        int pick = random.nextInt(order.size() - 1);
        int to = pick < from ? pick : pick + 1;
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(moved, from, to);
            case 1 -> moved.add(to, moved.remove(from));
            default -> Collections.reverse(moved.subList(Math.min(from, to), Math.max(from, to) + 1));
        }
        return moved;
    }

    private static double reflected(double unit) {
        double folded = Math.abs(unit) % 2;
        return folded > 1 ? 2 - folded : folded;
    }
}
