package org.optbench.optimizers.multiobjective;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.Preset;
import org.optbench.optimizers.bayes.space.Encoding;

/** What every method here begins with: the problem, its archive and the random numbers. */
record Start(OptimizerContext context, Archive archive, RandomGenerator random) {

    static final String FAMILY = "multi-objective";

    private static final int LEAST_GENERATIONS = 5;
    private static final int LEAST_POPULATION = 8;

    static Start of(OptimizerContext context, String purpose) {
        Problem problem = context.problem();
        return new Start(context, new Archive(problem, new Encoding(problem.space())), context.random().stream(purpose));
    }

    /** Any space, constraints, several objectives and only those, pending trials, and more. */
    static Capabilities capabilities(Feature... more) {
        Feature[] all = Arrays.copyOf(more, more.length + 6);
        List<Feature> common = List.of(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.MULTI_OBJECTIVE, Feature.NEEDS_MULTI_OBJECTIVE,
                Feature.PARALLEL);
        for (int i = 0; i < common.size(); i++) {
            all[more.length + i] = common.get(i);
        }
        return Capabilities.allParameters(all);
    }

    Problem problem() {
        return context.problem();
    }

    Configuration settings() {
        return context.settings();
    }

    int objectives() {
        return context.problem().objectives().size();
    }

    /** The population that is set, or less where the budget would not last for five generations. */
    int population() {
        int wanted = Math.toIntExact(settings().whole("population"));
        double affordable = Math.floor(context.budget().expectedFullEvaluations() / LEAST_GENERATIONS);
        return (int) Math.min(wanted, Math.max(affordable, LEAST_POPULATION));
    }

    Variation variation() {
        return new Variation(archive.encoding(), Variation.Rates.of(settings()), random);
    }

    Optimizer run(int initial, VectorOptimizer.Method method) {
        return new VectorOptimizer(problem(), archive, initial, random, method);
    }

    static <E extends Enum<E>> CategoricalParameter choice(String name, E initial, E[] values) {
        return CategoricalParameter.of(name, Arrays.stream(values).map(Start::text).toList()).withDefault(text(initial));
    }

    static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Preset preset(String id, String summary, String setting, Value value) {
        return new Preset(id, summary, Configuration.empty().with(setting, value));
    }
}
