package org.optbench.runner.run;

/** Drives one run to its end. */
sealed interface RunLoop permits InlineLoop, ThreadedLoop {

    /**
     * Goes on until the run ends. May be called again on another thread after a call into a plug-in was given up.
     *
     * @throws RunFailure when the run cannot go on
     * @throws Abandoned when this thread was given up
     */
    RunResult drive();
}
