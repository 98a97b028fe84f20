package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.model.task.Task;

/** The unit cube of those float parameters of a space that are always active. Other parameters are left alone. */
final class FloatCube {

    private final List<FloatParameter> parameters;

    FloatCube(SearchSpace space) {
        parameters = space.parameters().stream().filter(parameter -> !space.activations().containsKey(parameter.name()))
                .filter(FloatParameter.class::isInstance).map(FloatParameter.class::cast).toList();
    }

    int dimension() {
        return parameters.size();
    }

    /** Refuses spaces whose forbidden combinations a moved configuration might violate, and those without floats. */
    static FloatCube of(Task task, Arguments arguments, int least) {
        SearchSpace space = task.problem().space();
        FloatCube cube = new FloatCube(space);
        if (!space.forbidden().isEmpty() || cube.dimension() < least) {
            throw arguments.refusal("cannot be used on task '" + task.description().id() + "', which has " + cube.dimension()
                    + " float parameters that are always active (at least " + least + " are needed) and " + space.forbidden().size()
                    + " forbidden combinations (none may be there)");
        }
        return cube;
    }

    /** The position of a configuration, array shape {@code [dimension]}, each in [0, 1]. */
    double[] position(Configuration configuration) {
        double[] u = new double[parameters.size()];
        for (int i = 0; i < u.length; i++) {
            u[i] = parameters.get(i).toUnit(configuration.real(parameters.get(i).name()));
        }
        return u;
    }

    /** The configuration whose position is moved by a map of the cube. */
    Configuration moved(Configuration configuration, UnaryOperator<double[]> map) {
        double[] u = map.apply(position(configuration));
        TreeMap<String, Value> values = new TreeMap<>(configuration.active());
        for (int i = 0; i < u.length; i++) {
            values.put(parameters.get(i).name(), Value.of(parameters.get(i).fromUnit(u[i])));
        }
        return new Configuration(values);
    }
}
