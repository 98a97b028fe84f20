package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;

/** Differential evolution and Hyperband, {@code dehb}. */
public final class DehbProvider extends LadderProvider {

    /** For the service loader. */
    public DehbProvider() {
        super("dehb", "DEHB",
                "Hyperband whose configurations evolve: a population for each level, with parents among the best of the level below.",
                List.of("Awad, Mallik and Hutter 2021: DEHB: Evolutionary Hyperband for Scalable, Robust and Efficient Hyperparameter Optimization"),
                single(),
                Setup.settings().add(FloatParameter.linear("factor", 0.1, 1).withDefault(0.5))
                        .add(FloatParameter.linear("crossover", 0.05, 1).withDefault(0.5))
                        .add(CategoricalParameter.of("warm_up", "iteration", "bracket")).build(),
                Setup.preset("published", "Evolution begins after the first bracket, not after all brackets of the first iteration",
                        Map.of("warm_up", Value.of("bracket"))));
    }

    @Override
    Optimizer create(Setup setup) {
        int plain = setup.chosen().choice("warm_up").equals("bracket") ? 1 : setup.ladder().size();
        Proposer evolution = new EvolutionProposer(setup.problem().space(), EvolutionProposer.sizes(setup.ladder(), setup.eta()), plain,
                setup.chosen().real("factor"), setup.chosen().real("crossover"), setup.random("evolution"));
        return setup.optimizer(setup.hyperband(true), evolution);
    }
}
