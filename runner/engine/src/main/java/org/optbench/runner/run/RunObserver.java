package org.optbench.runner.run;

import java.util.OptionalDouble;
import org.optbench.runner.plan.PlannedRun;

/** Is shown how runs go. Called by many threads at once; methods must return soon and not throw. */
public interface RunObserver {

    default void started(PlannedRun run) {
    }

    /** @param best best feasible full-fidelity value of the first objective so far */
    default void trial(PlannedRun run, int trials, double fullEvaluations, OptionalDouble best, boolean failed) {
    }

    default void ended(PlannedRun run, RunResult result) {
    }

    static RunObserver none() {
        return new RunObserver() {
        };
    }
}
