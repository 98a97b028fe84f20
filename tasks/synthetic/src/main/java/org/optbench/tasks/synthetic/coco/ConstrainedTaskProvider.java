package org.optbench.tasks.synthetic.coco;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.task.NumericTask;

/**
 * The constrained suite: {@code bbob-constrained/f<1..54>/d<2..>/i<1..>}. Listed are the dimensions 2, 3, 5, 10, 20, 40 and the instances 1 to 15.
 * The default configuration is feasible.
 */
public final class ConstrainedTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 1000;
    private static final int GROUP = 6;
    private static final List<String> NAMES = List.of("Sphere", "Ellipsoid", "Linear slope", "Ellipsoid rotated", "Discus", "Bent cigar",
            "Different powers", "Rastrigin", "Rastrigin rotated");

    /** For the service loader. */
    public ConstrainedTaskProvider() {
        super("bbob-constrained", "COCO bbob-constrained: nine functions under 1 to 9 + 4.5 d non-linear constraints", ConstrainedFunction.COUNT,
                "2.." + LARGEST_DIMENSION, 1_000_000, new int[]{2, 3, 5, 10, 20, 40}, 15);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension >= 2 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        String name = NAMES.get((function - 1) / GROUP);
        int constraints = ConstrainedFunction.constraints(function, dimension);
        return new Facts(name + ", " + constraints + (constraints == 1 ? " constraint" : " constraints"), name, 1, constraints,
                Set.of(Trait.CONSTRAINED));
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        ConstrainedFunction f = ConstrainedFunction.of(function, dimension, instance);
        double[] start = f.feasiblePoint();
        SearchSpace space = SearchSpace.of(
                IntStream.range(0, dimension).mapToObj(i -> FloatParameter.linear("x" + (i + 1), -5.0, 5.0).withDefault(start[i])).toList());
        Objective objective = Objective.minimize("f").withOptimum(f.optimalValue()).withTargets(Targets.above(f.optimalValue()));
        Problem problem = Problem.of(space, objective)
                .withConstraints(IntStream.rangeClosed(1, f.constraints()).mapToObj(i -> Constraint.of("g" + i)).toList());
        return NumericTask.of(description, problem, f);
    }
}
