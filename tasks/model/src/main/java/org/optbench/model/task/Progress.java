package org.optbench.model.task;

import java.nio.file.Path;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;

/** The line from inside an evaluation to the platform. Used by the thread that runs the evaluation, and safe for others. */
public interface Progress {

    /** Reports a point of the learning curve. After STOP or PAUSE the task ends soon and returns {@link org.optbench.model.Outcome.Interrupted}. */
    Verdict report(Measurement measurement);

    /** Adds a line to the log of the trial. */
    void log(String line);

    /** Whether the evaluation should end because its result is no longer wanted; long evaluations ask now and then. */
    boolean isCancelled();

    /** The folder for checkpoints of a trial of this run, created if absent. It outlives the evaluation until the run ends. */
    Path checkpoints(int trial);
}
