package org.optbench.tasks.synthetic;

import java.nio.file.Path;
import java.util.Map;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;

/** Opens and evaluates tasks by id, decorators included. */
public final class TaskRunner {

    /** A context without data and settings. */
    public static final TaskContext CONTEXT = new TaskContext(Path.of("no-data"), Path.of("no-work"), Map.of());

    private static final TaskCatalog CATALOG = TaskCatalog.load(TaskRunner.class.getClassLoader());

    private TaskRunner() {
    }

    public static TaskCatalog catalog() {
        return CATALOG;
    }

    public static Task open(String id) {
        return CATALOG.open(TaskId.of(id), CONTEXT);
    }

    public static Outcome evaluate(Task task, Configuration configuration, Fidelity fidelity, long seed) {
        try {
            return task.evaluate(new Evaluation(0, configuration, fidelity, seed), NoProgress.INSTANCE);
        } catch (Exception e) {
            throw new AssertionError("The evaluation threw", e);
        }
    }

    /** The first objective at full fidelity. */
    public static double value(Task task, Configuration configuration, long seed) {
        return ((Outcome.Success) evaluate(task, configuration, task.problem().fidelities().full(), seed)).objectives().getFirst();
    }
}
