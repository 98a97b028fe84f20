package org.optbench.optimizers.multiobjective;

import java.util.List;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** SMS-EMOA, {@code sms-emoa}. */
public final class SmsEmoaProvider implements OptimizerProvider {

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("sms-emoa", "1", "SMS-EMOA", Start.FAMILY,
            "Steady-state genetic algorithm that drops, of the worst front, the member that adds least hypervolume.",
            List.of("Beume, Naujoks and Emmerich 2007: SMS-EMOA: Multiobjective Selection Based on Dominated Hypervolume",
                    "Bader and Zitzler 2011: HypE: An Algorithm for Fast Hypervolume-Based Many-Objective Optimization (sampling above three objectives)"),
            Start.capabilities(),
            Variation.Rates.settings(100, 0.9, 15).add(FloatParameter.linear("reference", 1.01, 3).withDefault(1.1))
                    .add(IntParameter.log("samples", 100, 100_000).withDefault(5000)).build());

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "sms-emoa");
        int size = start.population();
        return start.run(size, new Contribution(start.archive(), size, start.settings().real("reference"),
                Math.toIntExact(start.settings().whole("samples")), start.variation(), start.random()));
    }
}
