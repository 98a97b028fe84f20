package org.optbench.cli;

import java.io.PrintWriter;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.results.StoreException;
import org.optbench.runner.campaign.CampaignException;
import org.optbench.runner.cluster.ClusterException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code optbench} and the way it answers mistakes: one clear message, a stack trace only with {@code --debug}. */
@Command(name = "optbench", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, scope = ScopeType.INHERIT, usageHelpWidth = 110,
        description = "Benchmarks optimizers: runs campaigns of optimizers x tasks x seeds, records every trial, reports.", synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n", subcommands = {
                RunCommand.class, PlanCommand.class, ListCommand.class, StatusCommand.class, ServeCommand.class, RankCommand.class, AnalyzeCommand.class,
                ReportCommand.class, CompareCommand.class, ExportCommand.class, ImportCommand.class,
                SubsetCommand.class, InitCommand.class, DoctorCommand.class, DataCommand.class,
                DocumentCommand.class, TrainSelectorCommand.class, CalibrateCommand.class, BenchCommand.class, CheckPluginCommand.class, WorkCommand.class,
                CancelCommand.class,
                VerifyCommand.class,
                GenerateCompletion.class, CommandLine.HelpCommand.class})
public final class OptbenchCommand implements Runnable {

    /** Everything went well. */
    public static final int OK = 0;
    /** The command worked, but some runs failed. */
    public static final int SOME_FAILED = 1;
    /** What was asked for cannot be done: bad input, missing things, an unusable database. */
    public static final int REFUSED = 2;
    /** Stopped before the end; the same command goes on. */
    public static final int STOPPED = 3;
    /** A bug. */
    public static final int BROKEN = 70;

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.") private boolean isDebug;

    public static void main(String[] arguments) {
        // warnings of libraries and of the store, one line each
        System.setProperty("java.util.logging.SimpleFormatter.format", "optbench: %5$s%n");
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its handling of mistakes. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new OptbenchCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(OptbenchCommand::explain);
        java.util.Objects.requireNonNull(line.getSubcommands().get("generate-completion")).getCommandSpec().usageMessage()
                .description("Print a completion script for bash and zsh: source <(optbench generate-completion)");
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        OptbenchCommand top = (OptbenchCommand) line.getCommandSpec().root().userObject();
        if (top.isDebug) {
            e.printStackTrace(err);
        }
        boolean isExpected = e instanceof CampaignException || e instanceof StoreException || e instanceof TaskUnavailableException
                || e instanceof ClusterException || e instanceof IllegalArgumentException || e instanceof RefusedException;
        err.println(line.getColorScheme().errorText(isExpected ? String.valueOf(e.getMessage())
                : "optbench broke: " + e + ". Maybe it is a bug: please report it with the output of the same command and --debug."));
        err.flush();
        return isExpected ? REFUSED : BROKEN;
    }
}
