package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** The (1+1)-ES with the 1/5th success rule. */
public final class OnePlusOneEsProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("sigma0", 0.01, 1).withDefault(0.2),
            FloatParameter.linear("targetSuccess", 0.05, 0.5).withDefault(0.2), CategoricalParameter.of("start", "default", "random"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("one-plus-one-es", "1", "(1+1)-ES", "evolution strategy",
                "One parent, one child by a normal step, the step size adapted so that one in five children succeeds; choices are redrawn now and then.",
                List.of("Rechenberg, Evolutionsstrategie, 1973",
                        "Kern et al., Learning Probability Distributions in Continuous Evolutionary Algorithms - A Comparative Review, 2004"),
                Capable.comparing(), SETTINGS);
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("one-plus-one-es");
        double[] start = context.settings().choice("start").equals("default") ? Starts.atDefault(space) : Populations.latin(space, 1, false, random)[0];
        return new SteadyStateOptimizer(context.problem(), new OnePlusOneEs(space, start, context.settings().real("sigma0"),
                context.settings().real("targetSuccess"), random));
    }
}
