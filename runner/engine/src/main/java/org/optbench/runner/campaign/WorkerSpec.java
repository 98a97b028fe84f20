package org.optbench.runner.campaign;

/**
 * How many trials of a run are evaluated at once, and how.
 *
 * @param count          workers of a run, at least 1
 * @param mode           whether suggestions come in batches
 * @param clock          which seconds count
 * @param chargeOverhead whether the optimizer's own measured time passes on the simulated clock; runs are then no longer the same to the bit
 * @param simulation     how workers on simulated time differ from ideal ones
 */
public record WorkerSpec(int count, Mode mode, Clock clock, boolean chargeOverhead, Simulation simulation) {

    public enum Mode {
        /** A batch is asked, all of it evaluated, then told in order. */
        SYNCHRONOUS,
        /** Whenever a worker is free a suggestion is asked for it. */
        ASYNCHRONOUS
    }

    public enum Clock {
        /** The clock that the task states: recorded time for surrogates, wall time for real evaluations. */
        TASK,
        /** Simulated: an evaluation takes as many seconds as it costs full evaluations; the order of trials is the same on every machine. */
        EVALUATIONS
    }

    public WorkerSpec {
        if (count < 1) {
            throw new IllegalArgumentException("Workers with count " + count + ": it must be at least 1.");
        }
    }

    /** Ideal workers. */
    public WorkerSpec(int count, Mode mode, Clock clock, boolean chargeOverhead) {
        this(count, mode, clock, chargeOverhead, Simulation.ideal());
    }

    /** Part of the identity of a run: ideal workers go without saying. */
    @Override
    public String toString() {
        return "WorkerSpec[count=" + count + ", mode=" + mode + ", clock=" + clock + ", chargeOverhead=" + chargeOverhead
                + (simulation.isIdeal() ? "" : ", simulation=" + simulation) + "]";
    }

    public static WorkerSpec single() {
        return new WorkerSpec(1, Mode.ASYNCHRONOUS, Clock.TASK, false);
    }
}
