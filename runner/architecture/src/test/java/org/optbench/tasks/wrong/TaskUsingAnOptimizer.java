package org.optbench.tasks.wrong;

import java.util.concurrent.ThreadLocalRandom;
import org.optbench.optimizers.wrong.OptimizerUsingATask;

/** Wrong on purpose: a task that knows an optimizer and draws from a generator of its own. */
public final class TaskUsingAnOptimizer {

    public double value() {
        new OptimizerUsingATask().run();
        return ThreadLocalRandom.current().nextDouble();
    }
}
