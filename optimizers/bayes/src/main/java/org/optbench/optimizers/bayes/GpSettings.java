package org.optbench.optimizers.bayes;

import java.util.Arrays;
import java.util.Locale;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.gp.Radial;

/**
 * Settings of Gaussian-process Bayesian optimization.
 *
 * @param radial correlation function
 * @param strategy acquisition function
 * @param beta exploration weight of the confidence bound
 * @param initial points of the initial design for each dimension
 * @param output transform of the observations
 * @param inputWarping whether input warps are learned
 * @param modelPoints most observations the process is conditioned on
 */
record GpSettings(Radial radial, AcquisitionKind strategy, double beta, double initial, OutputTransform output, boolean inputWarping, int modelPoints) {
    static final SearchSpace SPACE = SearchSpace.builder().add(choice("kernel", Radial.MATERN_52, Radial.values()))
            .add(choice("acquisition", AcquisitionKind.LOG_EI, AcquisitionKind.values()))
            .add(FloatParameter.log("ucb_beta", 0.1, 20).withDefault(3.0), Condition.in("acquisition", "ucb"))
            .add(FloatParameter.log("initial_per_dimension", 0.2, 10).withDefault(1.0))
            .add(choice("output", OutputTransform.POWER, OutputTransform.values())).add(CategoricalParameter.of("input_warping", "false", "true"))
            .add(IntParameter.log("model_points", 20, 5000).withDefault(400)).build();

    static GpSettings of(Configuration settings) {
        return new GpSettings(read(Radial.class, settings.choice("kernel")), read(AcquisitionKind.class, settings.choice("acquisition")),
                settings.isActive("ucb_beta") ? settings.real("ucb_beta") : 1, settings.real("initial_per_dimension"),
                read(OutputTransform.class, settings.choice("output")), Boolean.parseBoolean(settings.choice("input_warping")),
                Math.toIntExact(settings.whole("model_points")));
    }

    int initialPoints(int dimension) {
        return Math.max(2, (int) Math.round(initial * (dimension + 1)));
    }

    static <E extends Enum<E>> CategoricalParameter choice(String name, E initial, E[] values) {
        return CategoricalParameter.of(name, Arrays.stream(values).map(GpSettings::text).toList()).withDefault(text(initial));
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
