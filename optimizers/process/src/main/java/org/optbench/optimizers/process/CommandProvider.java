package org.optbench.optimizers.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;

/** Any program that speaks the protocol. */
public final class CommandProvider implements OptimizerProvider {

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("process", BridgeProvider.VERSION, "External program", "external",
                "A program in any language that answers lines of JSON on its standard input and output; the protocol is described in docs/process-protocol.md.",
                List.of(), Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.MULTI_OBJECTIVE,
                        Feature.MULTI_FIDELITY, Feature.EARLY_STOPPING, Feature.PARALLEL, Feature.NOISE),
                SearchSpace.of())
                .withOptions(new Option("command", "Program and arguments, separated by blanks; double quotes keep blanks", ""), BridgeProvider.TIMEOUT);
    }

    @Override
    public Optional<String> unavailable(Map<String, String> options) {
        return words(options.getOrDefault("command", "")).isEmpty()
                ? Optional.of("No program was named. Maybe give the option 'command', such as: python3 my_optimizer.py")
                : Optional.empty();
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        List<String> command = words(context.option("command").orElse(""));
        if (command.isEmpty()) {
            throw new IllegalArgumentException(unavailable(context.options()).orElse(""));
        }
        return new ProcessOptimizer(new Program(command, Map.of(), context.workFolder(), BridgeProvider.timeout(context)), context);
    }

    /** Splits at blanks outside of double quotes. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return words;
    }
}
