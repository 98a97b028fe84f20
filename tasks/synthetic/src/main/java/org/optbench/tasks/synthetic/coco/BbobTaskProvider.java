package org.optbench.tasks.synthetic.coco;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Segments;
import org.optbench.tasks.synthetic.task.Spaces;

/**
 * The noiseless BBOB suite: {@code bbob/f<1..24>/d<2..>/i<1..>}. Listed are the dimensions 2, 3, 5, 10, 20, 40 and the instances 1 to 15; any other
 * opens too.
 */
public final class BbobTaskProvider extends GeneratedTaskProvider {

    private static final int[] DIMENSIONS = {2, 3, 5, 10, 20, 40};
    private static final int INSTANCES = 15;
    private static final int LARGEST_DIMENSION = 1000;
    private static final int LARGEST_INSTANCE = 1_000_000;

    /** For the service loader. */
    public BbobTaskProvider() {
        super("bbob", "COCO bbob: 24 noiseless functions in any dimension, endless instances (Hansen, Finck, Ros, Auger 2009)",
                "bbob/f<1..24>/d<2..1000>/i<1..>");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 3) {
            return Optional.empty();
        }
        int function = Segments.numberIn(segments.get(0), "f", 1, BbobFunction.COUNT);
        int dimension = Segments.numberIn(segments.get(1), "d", 2, LARGEST_DIMENSION);
        int instance = Segments.numberIn(segments.get(2), "i", 1, LARGEST_INSTANCE);
        return function < 0 || dimension < 0 || instance < 0 ? Optional.empty() : Optional.of(generate(function, dimension, instance));
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return IntStream.rangeClosed(1, BbobFunction.COUNT).boxed()
                .flatMap(function -> IntStream.of(DIMENSIONS).boxed().flatMap(dimension -> IntStream.rangeClosed(1, INSTANCES)
                        .mapToObj(instance -> generate(function, dimension, instance))));
    }

    private static GeneratedTask generate(int function, int dimension, int instance) {
        BbobInfo info = BbobInfo.of(function);
        TaskDescription description = new TaskDescription(TaskId.of("bbob/f" + function + "/d" + dimension + "/i" + instance), "1",
                info.name() + ", " + dimension + "-D, instance " + instance, "f" + function, "synthetic", dimension, 1, 0, 0, TaskClock.WALL,
                Set.of(), info.attributes("bbob", function, instance), Availability.available());
        return new GeneratedTask(description, () -> open(description, function, dimension, instance));
    }

    private static Task open(TaskDescription description, int function, int dimension, int instance) {
        BbobFunction f = BbobFunction.of(function, dimension, instance);
        Objective objective = Objective.minimize("f").withOptimum(f.optimalValue()).withTargets(Targets.above(f.optimalValue()));
        return NumericTask.of(description, Problem.of(Spaces.cube(dimension, -5.0, 5.0), objective), f);
    }
}
