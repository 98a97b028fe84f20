package org.optbench.optimizers.evolutionary;

import java.util.List;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Evolutionary multitasking. */
public final class MfeaProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS =
            SearchSpace.of(IntParameter.log("population", 8, 200).withDefault(30), FloatParameter.linear("randomMating", 0, 1).withDefault(0.3),
                    FloatParameter.log("crossoverIndex", 1, 30).withDefault(5), FloatParameter.log("mutation", 0.005, 0.5).withDefault(0.05));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("mfea", "1", "MFEA", "evolutionary",
                "One population for all members of a multi-task problem: individuals with different skills mate now and then, children imitate the skill of a parent.",
                List.of("Gupta, Ong and Feng, Multifactorial Evolution: Toward Evolutionary Multitasking, 2016"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.PARALLEL, Feature.MULTI_TASK, Feature.NEEDS_MULTI_TASK), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        return new Mfea(context.problem(), (int) context.settings().whole("population"), context.settings().real("randomMating"),
                context.settings().real("crossoverIndex"), context.settings().real("mutation"), context.random().stream("mfea"));
    }
}
