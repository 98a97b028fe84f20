package org.optbench.tasks.synthetic.decorator;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;

/**
 * Passes everything on, reports after a change.
 *
 * @param outer  who listens
 * @param change of a report
 */
record MappedProgress(Progress outer, UnaryOperator<Measurement> change) implements Progress {

    @Override
    public Verdict report(Measurement measurement) {
        return outer.report(change.apply(measurement));
    }

    @Override
    public void log(String line) {
        outer.log(line);
    }

    @Override
    public boolean isCancelled() {
        return outer.isCancelled();
    }

    @Override
    public Path checkpoints(int trial) {
        return outer.checkpoints(trial);
    }
}
