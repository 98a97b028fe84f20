package org.optbench.tasks.synthetic.coco;

import java.util.Set;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Spaces;

/**
 * The noiseless BBOB suite: {@code bbob/f<1..24>/d<2..>/i<1..>}. Listed are the dimensions 2, 3, 5, 10, 20, 40 and the instances 1 to 15; any other
 * opens too.
 */
public final class BbobTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 1000;

    /** For the service loader. */
    public BbobTaskProvider() {
        super("bbob", "COCO bbob: 24 noiseless functions in any dimension, endless instances (Hansen, Finck, Ros, Auger 2009)", BbobFunction.COUNT,
                "2.." + LARGEST_DIMENSION, 1_000_000, new int[]{2, 3, 5, 10, 20, 40}, 15);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension >= 2 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        BbobInfo info = BbobInfo.of(function);
        return new Facts(info.name(), info.group(), 1, 0, Set.of());
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        return task(description, BbobFunction.of(function, dimension, instance));
    }

    static Task task(TaskDescription description, BbobFunction f) {
        Objective objective = Objective.minimize("f").withOptimum(f.optimalValue()).withTargets(Targets.above(f.optimalValue()));
        return NumericTask.of(description, Problem.of(Spaces.cube(f.dimension(), -5.0, 5.0), objective), f);
    }
}
