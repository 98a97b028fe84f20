package org.optbench.tasks.wronger;

import org.optbench.tasks.wrong.TaskUsingAnOptimizer;

/** Wrong on purpose: a task that knows a task of another module. */
public final class TaskUsingATask {

    public double value() {
        return new TaskUsingAnOptimizer().value();
    }
}
