package org.optbench.tasks.synthetic.task;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
 * Turns configurations of a space of unconditional float, int and choice parameters into vectors in the order of declaration. A choice becomes its
 * index. One pass over the configuration, without a look-up for each name.
 */
public final class VectorReader {

    private final SearchSpace space;
    /** Place in the vector of the i-th parameter in alphabetical order, which is the order of configurations. */
    private final int[] place;

    public VectorReader(SearchSpace space) {
        this.space = space;
        List<Parameter> parameters = space.parameters();
        this.place = IntStream.range(0, parameters.size()).boxed().sorted(Comparator.comparing(i -> parameters.get(i).name())).mapToInt(i -> i)
                .toArray();
    }

    /**
     * The vector of a legal configuration, array shape {@code [d]}.
     *
     * @throws IllegalArgumentException when parameters are missing or too many, or a value is of a wrong kind
     */
    public double[] read(Configuration configuration) {
        if (configuration.active().size() != place.length) {
            throw illegal(configuration);
        }
        double[] x = new double[place.length];
        int i = 0;
        for (Value value : configuration.active().values()) {
            int at = place[i++];
            x[at] = switch (value) {
                case Value.FloatValue(double number) -> number;
                case Value.IntValue(long number) -> number;
                case Value.ChoiceValue(String choice) -> index(space.parameters().get(at), choice, configuration);
                case Value.PermutationValue _ -> throw illegal(configuration);
            };
        }
        return x;
    }

    private double index(Parameter parameter, String choice, Configuration configuration) {
        List<String> choices = switch (parameter) {
            case CategoricalParameter categorical -> categorical.choices();
            case OrdinalParameter ordinal -> ordinal.choices();
            case FloatParameter _, IntParameter _, PermutationParameter _ -> throw illegal(configuration);
        };
        int index = choices.indexOf(choice);
        if (index < 0) {
            throw illegal(configuration);
        }
        return index;
    }

    private IllegalArgumentException illegal(Configuration configuration) {
        return new IllegalArgumentException("Configuration " + configuration.canonicalText() + " is not in the space of the task: "
                + space.violations(configuration) + " Maybe repair it with SearchSpace.repair.");
    }
}
