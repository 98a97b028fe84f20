package org.optbench.tasks.synthetic;

import java.nio.file.Path;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.task.Progress;

/** A listener for evaluations that nobody follows: never stops them, keeps nothing. */
public enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public Verdict report(Measurement measurement) {
        return Verdict.CONTINUE;
    }

    @Override
    public void log(String line) {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Path checkpoints(int trial) {
        throw new UnsupportedOperationException("No checkpoints are kept here");
    }
}
