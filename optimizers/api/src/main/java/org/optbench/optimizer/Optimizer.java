package org.optbench.optimizer;

import org.optbench.model.Measurement;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;

/**
 * One optimizer at work on one problem. Calls never overlap, though they may come from different threads. The sequence of calls alone determines
 * the answers: the same seed and the same calls give the same suggestions to the bit. An unfinished run is resumed by making a fresh instance and
 * repeating the calls.
 *
 * <p>
 * Each suggestion is told exactly once, in any order and however late, unless the run ends first. Failures are told like successes, with a
 * {@link org.optbench.model.Outcome.Failure}.
 */
public interface Optimizer extends AutoCloseable {

    /** What to evaluate next; at most as many suggestions as asked for, each legal in the problem's space and fidelity space. */
    Ask ask(AskRequest request);

    /** The result of a suggestion. */
    void tell(Trial trial);

    /** A point of the learning curve of a running trial. STOP and PAUSE end the trial early; it is then told as interrupted. */
    default Verdict report(RunningTrial trial, Measurement measurement) {
        return Verdict.CONTINUE;
    }

    /** Releases what the optimizer holds. Called once, after the last other call. */
    @Override
    default void close() {
    }
}
