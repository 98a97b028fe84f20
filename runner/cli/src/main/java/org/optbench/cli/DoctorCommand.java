package org.optbench.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.optbench.model.task.Finding;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.OptimizerProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what tasks and optimizers need from this machine, what is missing, and the command that gets it. */
@Command(name = "doctor", description = "Say what tasks and optimizers need from this machine, what is missing, and the command that gets it.", footer = {
        "  optbench doctor", "  optbench doctor --set python=/usr/bin/python3"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Runtime runtime = Runtime.getRuntime();
        out.println("found    Java " + Runtime.version() + ", " + runtime.availableProcessors() + " processors, heap up to " + (runtime.maxMemory() >> 20)
                + " MiB");
        for (TaskProvider provider : platform.tasks().providers()) {
            for (Finding finding : provider.examine(platform.context())) {
                out.println((finding.isFound() ? "found    " : "missing  ") + provider.id() + ": " + finding.name() + ": " + finding.detail());
                if (!finding.isFound()) {
                    out.println("         get it with: " + finding.remedy());
                }
            }
        }
        for (OptimizerProvider provider : platform.optimizers().providers()) {
            provider.unavailable(java.util.Map.of()).ifPresent(why -> out.println("missing  " + provider.description().id() + ": " + why));
        }
        out.flush();
        return OptbenchCommand.OK;
    }
}
