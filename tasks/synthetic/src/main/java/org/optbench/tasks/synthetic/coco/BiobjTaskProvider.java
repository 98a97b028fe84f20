package org.optbench.tasks.synthetic.coco;

import java.util.Set;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Spaces;

/**
 * The bi-objective suites: {@code bbob-biobj/f<1..92>/d<2..>/i<1..15>}; f1 to f55 are bbob-biobj, f1 to f92 bbob-biobj-ext. The reference point is
 * the nadir point, the optima are the coordinates of the ideal point.
 */
public final class BiobjTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 1000;

    /** For the service loader. */
    public BiobjTaskProvider() {
        super("bbob-biobj", "COCO bbob-biobj (f1 to f55) and bbob-biobj-ext (f1 to f92): pairs of bbob functions", BiobjFunction.COUNT,
                "2.." + LARGEST_DIMENSION, BiobjFunction.INSTANCES, new int[]{2, 3, 5, 10, 20, 40}, BiobjFunction.INSTANCES);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension >= 2 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        int[] pair = BiobjFunction.pair(function);
        BbobInfo first = BbobInfo.of(pair[0]);
        BbobInfo second = BbobInfo.of(pair[1]);
        return new Facts(first.name() + " / " + second.name(), first.group() + "/" + second.group(), 2, 0, Set.of());
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        BiobjFunction f = BiobjFunction.of(function, dimension, instance);
        double[] ideal = f.ideal();
        double[] nadir = f.nadir();
        Problem problem = Problem.of(Spaces.cube(dimension, -100.0, 100.0),
                Objective.minimize("f1").withOptimum(ideal[0]).withReferencePoint(nadir[0]),
                Objective.minimize("f2").withOptimum(ideal[1]).withReferencePoint(nadir[1]));
        return NumericTask.of(description, problem, f);
    }
}
