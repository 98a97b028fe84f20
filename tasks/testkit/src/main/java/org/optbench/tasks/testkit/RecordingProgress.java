package org.optbench.tasks.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;

/** A progress line that keeps what is reported and answers by a plan. Safe for several threads. */
public final class RecordingProgress implements Progress {

    private final List<Measurement> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Path folder;
    private final IntFunction<Verdict> plan;
    private final boolean cancelled;

    /**
     * @param folder    where checkpoint folders are made
     * @param plan      answer to the n-th report, n from 0
     * @param cancelled what {@link #isCancelled} answers
     */
    public RecordingProgress(Path folder, IntFunction<Verdict> plan, boolean cancelled) {
        this.folder = folder;
        this.plan = plan;
        this.cancelled = cancelled;
    }

    /** Every report is answered with CONTINUE. */
    public static RecordingProgress letting(Path folder) {
        return new RecordingProgress(folder, _ -> Verdict.CONTINUE, false);
    }

    public List<Measurement> reports() {
        return List.copyOf(reports);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized Verdict report(Measurement measurement) {
        reports.add(measurement);
        return plan.apply(reports.size() - 1);
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Path checkpoints(int trial) {
        try {
            return Files.createDirectories(folder.resolve("trial-" + trial));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
