package org.optbench.tasks.synthetic.coco;

import java.util.List;
import java.util.Set;
import org.optbench.model.Cost;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.function.Draws;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Spaces;

/**
 * The noisy BBOB suite: {@code bbob-noisy/f<101..130>/d<2..>/i<1..>}. The optimum is that without noise; targets are not set, since a lucky draw would
 * count as a hit.
 */
public final class NoisyTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 1000;

    /** For the service loader. */
    public NoisyTaskProvider() {
        super("bbob-noisy", "COCO bbob-noisy: 30 functions with moderate and severe Gaussian, uniform and seldom Cauchy noise", NoisyFunction.FIRST,
                NoisyFunction.LAST, "2.." + LARGEST_DIMENSION, 1_000_000, new int[]{2, 3, 5, 10, 20, 40}, 15);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension >= 2 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        String severity = NoisyFunction.isSevere(function) ? "severe" : "moderate";
        String name = BbobInfo.of(NoisyFunction.noiseless(function)).name() + " with " + severity + " " + NoisyFunction.noise(function) + " noise";
        return new Facts(name, severity + "-" + NoisyFunction.noise(function), 1, 0, Set.of(Trait.NOISY));
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        NoisyFunction f = NoisyFunction.of(function, dimension, instance);
        Problem problem = Problem.of(Spaces.cube(dimension, -5.0, 5.0), Objective.minimize("f").withOptimum(f.optimalValue())).withNoise(true);
        return new NumericTask(description, problem, (x, evaluation) -> Outcome
                .of(List.of(f.value(x, Draws.stream(evaluation.seed(), "noise"))), List.of(), Cost.measured()));
    }
}
