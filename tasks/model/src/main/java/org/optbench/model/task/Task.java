package org.optbench.model.task;

import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;

/**
 * A problem that can be evaluated. An instance serves one run; with several workers in the run {@link #evaluate} is called by several threads at
 * once. The result of an evaluation depends on the {@link Evaluation} alone, never on earlier ones, unless the task is measured on the wall clock.
 */
public interface Task extends AutoCloseable {

    TaskDescription description();

    Problem problem();

    /**
     * Evaluates a legal configuration. Blocks until it is done, answers interruption of its thread by ending soon.
     *
     * @return values in the order and direction of the problem's objectives, or why there are none
     * @throws Exception whatever went wrong; recorded as a failed trial of kind CRASH (or OUT_OF_MEMORY)
     */
    Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception;

    /**
     * The context of a step of a contextual problem, in its context space; the same for the same step.
     *
     * @throws UnsupportedOperationException when the problem has no contexts
     */
    default Configuration context(int step) {
        throw new UnsupportedOperationException("Task '" + description().id() + "' has no contexts.");
    }

    /** Releases what the task holds. Called once, after the last evaluation. */
    @Override
    default void close() {
    }
}
