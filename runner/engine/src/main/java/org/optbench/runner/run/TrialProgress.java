package org.optbench.runner.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;

/** The line from inside one evaluation; goes dead when the evaluation is given up. */
final class TrialProgress implements Progress {

    private final Path workFolder;
    private final Function<Measurement, Verdict> reports;
    private volatile boolean isDead;

    TrialProgress(Path workFolder, Function<Measurement, Verdict> reports) {
        this.workFolder = workFolder;
        this.reports = reports;
    }

    void die() {
        isDead = true;
    }

    @Override
    public Verdict report(Measurement measurement) {
        return isDead ? Verdict.STOP : reports.apply(measurement);
    }

    @Override
    public void log(String line) {
        if (isDead) {
            return;
        }
        try {
            Files.createDirectories(workFolder);
            Files.writeString(workFolder.resolve("run.log"), line + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Log of the run in '" + workFolder + "' cannot be written", e);
        }
    }

    @Override
    public boolean isCancelled() {
        return isDead || Thread.currentThread().isInterrupted();
    }

    @Override
    public Path checkpoints(int trial) {
        try {
            return Files.createDirectories(workFolder.resolve("trial-" + trial));
        } catch (IOException e) {
            throw new UncheckedIOException("Checkpoint folder in '" + workFolder + "' cannot be made", e);
        }
    }
}
