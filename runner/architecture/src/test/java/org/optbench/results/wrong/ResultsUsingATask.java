package org.optbench.results.wrong;

import org.optbench.tasks.wrong.TaskUsingAnOptimizer;

/** Wrong on purpose: the results database knows a task. */
public final class ResultsUsingATask {

    public double value() {
        return new TaskUsingAnOptimizer().value();
    }
}
