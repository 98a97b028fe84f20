package org.optbench.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizers.testkit.OptimizerChecks;
import org.optbench.tasks.testkit.ContractReport;
import org.optbench.tasks.testkit.TaskChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the contract suite against an optimizer or a task provider, plug-ins and external programs included. */
@Command(name = "check-plugin", description = "Check an optimizer or the tasks of a provider against their contract, plug-ins and external programs too.",
        footer = {
                "  optbench check-plugin cma-es", "  optbench check-plugin process --option command=\"python3 my_optimizer.py\"",
                "  optbench check-plugin bbob --task bbob/f1/d5/i1"})
final class CheckPluginCommand implements Callable<Integer> {

    private static final int LEAST_TRIALS = 10;

    @Parameters(index = "0", paramLabel = "ID", description = "Id of an optimizer, or of the provider of the tasks named by --task.")
    @SuppressWarnings("NullAway.Init") private String id;

    @Option(names = {"-o", "--option"}, paramLabel = "NAME=VALUE",
            description = "An option of the optimizer; may be repeated.") private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--task", paramLabel = "TASK", description = "Check this task of the provider; may be repeated.") private List<String> tasks = List.of();

    @Option(names = "--trials", defaultValue = "20", description = "Trials a run of an optimizer, at least 10 (default: ${DEFAULT-VALUE}).") private int trials;

    @Option(names = "--samples", defaultValue = "4",
            description = "Random settings of an optimizer, or configurations of a task, to try (default: ${DEFAULT-VALUE}).") private int samples;

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        ContractReport report = tasks.isEmpty() ? optimizer() : tasks();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.text());
        out.flush();
        return report.passed() ? OptbenchCommand.OK : OptbenchCommand.SOME_FAILED;
    }

    private ContractReport optimizer() {
        if (trials < LEAST_TRIALS) {
            throw new RefusedException("--trials is " + trials + ": at least " + LEAST_TRIALS + " are needed.");
        }
        OptimizerVariant variant;
        try {
            variant = platform.optimizers().resolve(id, Configuration.empty(), options);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        Optional<String> missing = variant.provider().unavailable(variant.options());
        if (missing.isPresent()) {
            throw new RefusedException("Optimizer '" + id + "' is not available: " + missing.get());
        }
        return new OptimizerChecks(variant.provider(), trials, samples, options).report();
    }

    private ContractReport tasks() {
        TaskProvider provider = platform.tasks().providers().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new RefusedException("There is no provider of tasks '" + id + "'. Maybe one of "
                        + platform.tasks().providers().stream().map(TaskProvider::id).toList() + "."));
        return new TaskChecks(provider, platform.context(), tasks, samples).report();
    }
}
