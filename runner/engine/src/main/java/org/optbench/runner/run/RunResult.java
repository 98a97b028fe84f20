package org.optbench.runner.run;

import java.util.OptionalDouble;

/**
 * How a run ended.
 *
 * @param end             why it ended
 * @param detail          the optimizer's reason when exhausted, the error when failed; may be empty
 * @param trials          number of trials, replayed ones included
 * @param failures        how many of them failed
 * @param fullEvaluations full-evaluation equivalents
 * @param seconds         on the clock of the run
 * @param best            best feasible full-fidelity value of the first objective
 * @param mayPass         of a failed run: whether another attempt may go well
 */
public record RunResult(End end, String detail, int trials, int failures, double fullEvaluations, double seconds, OptionalDouble best, boolean mayPass) {

    /** Why a run ended. */
    public enum End {
        BUDGET, TARGET, EXHAUSTED,
        /** The platform was told to stop; the run can be resumed. */
        STOPPED,
        /** The optimizer or the task broke; the run cannot go on. */
        FAILED;

        public boolean isComplete() {
            return this == BUDGET || this == TARGET || this == EXHAUSTED;
        }
    }
}
