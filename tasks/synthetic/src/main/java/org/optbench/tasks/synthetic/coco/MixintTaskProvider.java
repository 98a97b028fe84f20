package org.optbench.tasks.synthetic.coco;

import java.util.Set;
import java.util.stream.IntStream;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.task.NumericTask;

/** The mixed-integer suite: {@code bbob-mixint/f<1..24>/d<multiple of 5>/i<1..>}. Listed are the dimensions 5 to 160 and the instances 1 to 15. */
public final class MixintTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 1000;

    /** For the service loader. */
    public MixintTaskProvider() {
        super("bbob-mixint", "COCO bbob-mixint: the bbob functions with four fifths of the variables integer (Tusar, Brockhoff, Hansen 2019)",
                BbobFunction.COUNT, "5,10.." + LARGEST_DIMENSION, 1_000_000, new int[]{5, 10, 20, 40, 80, 160}, 15);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension % 5 == 0 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        BbobInfo info = BbobInfo.of(function);
        return new Facts(info.name() + ", mixed-integer", info.group(), 1, 0, Set.of(Trait.INTEGER, Trait.MIXED));
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        MixintFunction f = MixintFunction.of(function, dimension, instance);
        SearchSpace space = SearchSpace.of(IntStream.range(0, dimension).mapToObj(i -> parameter(f, i)).toList());
        Objective objective = Objective.minimize("f").withOptimum(f.optimalValue()).withTargets(Targets.above(f.optimalValue()));
        return NumericTask.of(description, Problem.of(space, objective), f);
    }

    private static Parameter parameter(MixintFunction f, int i) {
        String name = "x" + (i + 1);
        return i < f.integers() ? IntParameter.linear(name, 0, f.cardinality(i) - 1) : FloatParameter.linear(name, -5.0, 5.0);
    }
}
