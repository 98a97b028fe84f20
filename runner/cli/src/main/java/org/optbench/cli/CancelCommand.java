package org.optbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.optbench.runner.cluster.SlurmPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends the workers of a campaign on Slurm. */
@Command(name = "cancel", description = "End the Slurm workers of a campaign gracefully: they give their runs back, the same run command goes on.",
        footer = {"  optbench cancel my-campaign"})
final class CancelCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "Name of the campaign.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> jobs = SlurmPool.cancel(database.folder(), campaign);
        out.println(
                jobs.isEmpty() ? "No job of campaign '" + campaign + "' is in the queue of Slurm." : "Cancelled Slurm jobs " + String.join(", ", jobs) + ".");
        out.flush();
        return OptbenchCommand.OK;
    }
}
