package org.optbench.optimizers.multiobjective;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** MOEA/D, {@code moead}. */
public final class MoeadProvider implements OptimizerProvider {

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("moead", "1", "MOEA/D", Start.FAMILY,
            "Decomposes the problem into scalar ones along weight vectors; neighbouring ones mate and share their children.",
            List.of("Zhang and Li 2007: MOEA/D: A Multiobjective Evolutionary Algorithm Based on Decomposition",
                    "Li and Zhang 2009: Multiobjective Optimization Problems With Complicated Pareto Sets, MOEA/D and NSGA-II"),
            Start.capabilities(),
            Variation.Rates.settings(100, 1, 20).add(Start.choice("scalarisation", Scalarisation.CHEBYSHEV, Scalarisation.values()))
                    .add(CategoricalParameter.of("operator", "crossover", "differential"))
                    .add(FloatParameter.linear("scale_factor", 0.1, 1).withDefault(0.5), Condition.equal("operator", "differential"))
                    .add(IntParameter.log("neighbours", 2, 100).withDefault(20)).add(FloatParameter.linear("locality", 0, 1).withDefault(0.9))
                    .add(IntParameter.log("replacements", 1, 100).withDefault(2)).build())
            .withPresets(
                    new Preset("de", "Children by differential evolution (Li and Zhang 2009)",
                            Configuration.of(Map.of("operator", Value.of("differential"), "scale_factor", Value.of(0.5)))),
                    Start.preset("pbi", "Penalty boundary intersection, made for three and more objectives", "scalarisation", Value.of("pbi")));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "moead");
        Configuration settings = start.settings();
        double[][] weights = Directions.simplex(start.objectives(), start.population());
        boolean differential = settings.choice("operator").equals("differential");
        Decomposition.Options options = new Decomposition.Options(Start.read(Scalarisation.class, settings.choice("scalarisation")), differential,
                differential ? settings.real("scale_factor") : 0, Math.toIntExact(settings.whole("neighbours")), settings.real("locality"),
                Math.toIntExact(settings.whole("replacements")));
        return start.run(weights.length, new Decomposition(start.archive(), weights, options, start.variation(), start.random()));
    }
}
