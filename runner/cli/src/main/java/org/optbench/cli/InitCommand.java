package org.optbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented campaign to start from. */
@Command(name = "init", description = "Write a commented campaign file to start from.", footer = "  optbench init my.yaml && optbench run my.yaml")
final class InitCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", defaultValue = "campaign.yaml", paramLabel = "FILE", description = "File to write (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (InputStream in = java.util.Objects.requireNonNull(InitCommand.class.getResourceAsStream("campaigns/template.yaml"))) {
            Files.copy(in, file);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException("File '" + file + "' exists already; it is not overwritten. Maybe choose another name.", e);
        }
        spec.commandLine().getOut().println("Wrote " + file + ". Run it with: optbench run " + file);
        return OptbenchCommand.OK;
    }
}
