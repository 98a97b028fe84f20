package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;
import org.optbench.optimizer.support.GenerationalOptimizer;

/** Particle swarm optimization. */
public final class ParticleSwarmProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("swarm", 4, 200).withDefault(16),
            FloatParameter.linear("inertia", 0, 1).withDefault(0.7298), FloatParameter.linear("cognitive", 0, 3).withDefault(1.496),
            FloatParameter.linear("social", 0, 3).withDefault(1.496), CategoricalParameter.of("topology", "global", "ring"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("pso", "1", "Particle swarm", "evolutionary",
                "Particles fly towards their own best point and that of their neighbours, with constriction coefficients as defaults.",
                List.of("Kennedy and Eberhart, Particle Swarm Optimization, 1995",
                        "Clerc and Kennedy, The Particle Swarm - Explosion, Stability, and Convergence in a Multidimensional Complex Space, 2002"),
                Capable.comparing(), SETTINGS)
                .withPresets(new Preset("ring", "Each particle knows its two neighbours only.", Configuration.of(Map.of("topology", Value.of("ring")))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("pso");
        double[][] initial = Populations.latin(space, (int) context.settings().whole("swarm"), false, random);
        return new GenerationalOptimizer(context.problem(), new ParticleSwarm(initial, context.settings().real("inertia"),
                context.settings().real("cognitive"), context.settings().real("social"), context.settings().choice("topology").equals("ring"), random));
    }
}
