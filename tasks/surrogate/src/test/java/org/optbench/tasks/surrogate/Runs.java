package org.optbench.tasks.surrogate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;

/** A line to the platform that keeps the learning curve and ends it after some reports. */
final class Runs implements Progress {

    private final List<Measurement> curve = new ArrayList<>();
    private final int last;
    private final Verdict verdict;

    private Runs(int last, Verdict verdict) {
        this.last = last;
        this.verdict = verdict;
    }

    static Runs toTheEnd() {
        return new Runs(Integer.MAX_VALUE, Verdict.CONTINUE);
    }

    static Runs until(int report, Verdict verdict) {
        return new Runs(report, verdict);
    }

    List<Measurement> curve() {
        return curve;
    }

    @Override
    public Verdict report(Measurement measurement) {
        curve.add(measurement);
        return curve.size() >= last ? verdict : Verdict.CONTINUE;
    }

    @Override
    public void log(String line) {
        // nothing listens
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Path checkpoints(int trial) {
        return Path.of("target", "checkpoints");
    }
}
