package org.optbench.optimizers.prior;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** The scaling-law warm start: learning rate and batch size by the Step law before anything is evaluated, then a local search. */
public final class StepLawProvider implements OptimizerProvider {

    private static final String NUMBER = "([0-9.]+(?:e[+-]?[0-9]+)?)\\s*([KMBT]?)";
    private static final Pattern SIZE = Pattern.compile("(?i)\\bN\\s*=\\s*" + NUMBER + "|\\b" + NUMBER + "\\s+parameters\\b");
    private static final Pattern TOKENS = Pattern.compile("(?i)\\bD\\s*=\\s*" + NUMBER + "|\\b" + NUMBER + "\\s+tokens\\b");
    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("step", 0.005, 0.5).withDefault(0.05));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("step-law", "1", "Step-law warm start", "prior",
                "Begins with the learning rate and batch size that the Step law gives for a model size and an amount of data, elsewhere with the default, and searches around it.",
                List.of("Li et al., Predictable Scale: Part I, Step Law - Optimal Hyperparameter Scaling Law in Large Language Model Pretraining, 2025",
                        "Rechenberg, Evolutionsstrategie, 1973"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.RANK_ONLY), SETTINGS)
                .withOptions(new Option("parameters", "Model size N, such as 1e9; empty to read 'N=...' or '... parameters' in the text of the problem", ""),
                        new Option("tokens", "Training tokens D, such as 1e11; empty to read 'D=...' or '... tokens' in the text of the problem", ""),
                        new Option("sequence_length", "Tokens a sequence, where batch sizes count sequences", "2048"),
                        new Option("learning_rate", "Names of the learning rate, the first that exists counts", "learning_rate,lr,init_lr,learning_rate_init"),
                        new Option("batch_tokens", "Names of the batch size in tokens", "batch_tokens,batch_size_tokens"),
                        new Option("batch_sequences", "Names of the batch size in sequences", "batch_size,batch,bs"));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        Configuration start = start(context);
        return new SteadyStateOptimizer(context.problem(),
                new StepLawSearch(space, start, context.settings().real("step"), context.random().stream("step-law")));
    }

    /** The default, with what the law says where it applies. */
    static Configuration start(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        Configuration start = space.defaults();
        Optional<Double> size = amount(context, "parameters", SIZE);
        Optional<Double> tokens = amount(context, "tokens", TOKENS);
        if (size.isPresent() && tokens.isPresent()) {
            StepLaw law = new StepLaw(size.get(), tokens.get());
            double sequence = Double.parseDouble(context.option("sequence_length").orElse("2048"));
            start = with(space, start, context.option("learning_rate"), law.learningRate());
            start = with(space, start, context.option("batch_sequences"), law.batchTokens() / sequence);
            start = with(space, start, context.option("batch_tokens"), law.batchTokens());
        }
        return start;
    }

    private static Optional<Double> amount(OptimizerContext context, String option, Pattern inText) {
        Optional<String> given = context.option(option);
        if (given.isPresent()) {
            return given.map(Double::valueOf);
        }
        Matcher found = inText.matcher(context.problem().text());
        if (!found.find()) {
            return Optional.empty();
        }
        int first = found.group(1) == null ? 3 : 1;
        return Optional.of(Double.parseDouble(found.group(first)) * unit(found.group(first + 1)));
    }

    private static double unit(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "K" -> 1e3;
            case "M" -> 1e6;
            case "B" -> 1e9;
            case "T" -> 1e12;
            default -> 1;
        };
    }

    private static Configuration with(SearchSpace space, Configuration start, Optional<String> names, double number) {
        Optional<Parameter> parameter = names.stream().flatMap(list -> Arrays.stream(list.split(","))).map(String::strip)
                .flatMap(name -> space.parameter(name).stream()).findFirst().filter(found -> start.isActive(found.name()));
        if (parameter.isEmpty()) {
            return start;
        }
        TreeMap<String, Value> values = new TreeMap<>(start.active());
        values.put(parameter.get().name(), nearest(parameter.get(), number));
        return space.repair(Configuration.of(values));
    }

    /** The legal value nearest to a number, by ratio among choices that read as numbers. */
    private static Value nearest(Parameter parameter, double number) {
        return switch (parameter) {
            case FloatParameter floats -> floats.repair(Value.of(number));
            case IntParameter ints -> ints.repair(Value.of(number));
            case OrdinalParameter levels -> nearest(levels.choices(), number).map(Value::of).orElseGet(levels::defaultValue);
            case CategoricalParameter choices -> nearest(choices.choices(), number).map(Value::of).orElseGet(choices::defaultValue);
            case PermutationParameter order -> order.defaultValue();
        };
    }

    private static Optional<String> nearest(List<String> choices, double number) {
        Optional<String> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (String choice : choices) {
            if (choice.matches("[0-9.]+(e[+-]?[0-9]+)?") && Double.parseDouble(choice) > 0) {
                double distance = Math.abs(StrictMath.log(Double.parseDouble(choice) / number));
                if (distance < least) {
                    least = distance;
                    best = Optional.of(choice);
                }
            }
        }
        return best;
    }
}
