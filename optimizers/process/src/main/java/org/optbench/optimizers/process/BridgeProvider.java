package org.optbench.optimizers.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;

/** An optimizer of a Python library, by its adapter in the package {@code optbench_bridge}. */
abstract class BridgeProvider implements OptimizerProvider {

    /** Version of the adapters and of the protocol they speak. */
    static final String VERSION = "1";
    /** Which Python to use. */
    static final Option PYTHON = new Option("python", "Interpreter that has the library (default: the first of python3, /usr/bin/python3 that imports it)", "");
    /** How long an answer may take. */
    static final Option TIMEOUT = new Option("timeout_seconds", "Longest wait for an answer", "600");

    private final String adapter;
    private final String pack;
    private final String remedy;

    /**
     * @param adapter module of the adapter
     * @param pack    Python package it needs
     * @param remedy  command that installs it
     */
    BridgeProvider(String adapter, String pack, String remedy) {
        this.adapter = adapter;
        this.pack = pack;
        this.remedy = remedy;
    }

    @Override
    public Optional<String> unavailable(Map<String, String> options) {
        Optional<String> python = Optional.ofNullable(options.get("python")).filter(text -> !text.isBlank());
        return Interpreter.with(pack, python).isPresent() ? Optional.empty()
                : Optional
                        .of("No Python with the package '" + pack + "' was found. Maybe run: " + remedy + ", or name the interpreter by the option 'python'.");
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        String python = Interpreter.with(pack, context.option("python"))
                .orElseThrow(() -> new IllegalArgumentException(unavailable(context.options()).orElse("")));
        List<String> command = List.of(python, "-m", "optbench_bridge", adapter);
        return new ProcessOptimizer(new Program(command, environment(), context.workFolder(), timeout(context)), context);
    }

    private static Map<String, String> environment() {
        List<String> paths = new ArrayList<>(List.of(BridgeFiles.folder().toString()));
        Optional.ofNullable(System.getenv("PYTHONPATH")).filter(text -> !text.isBlank()).ifPresent(paths::add);
        // One thread a run: the platform runs many at once, and sums of several threads may differ in their last bits.
        return Map.of("PYTHONPATH", String.join(System.getProperty("path.separator"), paths), "OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1",
                "PYTHONHASHSEED", "0");
    }

    static Duration timeout(OptimizerContext context) {
        String text = context.option("timeout_seconds").orElse("600");
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < 1e7) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option 'timeout_seconds' is '" + text + "': it must be a number of seconds above 0.", e);
        }
        throw new IllegalArgumentException("Option 'timeout_seconds' is '" + text + "': it must be a number of seconds above 0.");
    }
}
