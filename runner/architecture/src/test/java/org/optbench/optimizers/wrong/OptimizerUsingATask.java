package org.optbench.optimizers.wrong;

import org.optbench.tasks.wrong.TaskUsingAnOptimizer;

/** Wrong on purpose: an optimizer that knows a task and prints. */
public final class OptimizerUsingATask {

    public void run() {
        System.out.println(TaskUsingAnOptimizer.class);
    }
}
