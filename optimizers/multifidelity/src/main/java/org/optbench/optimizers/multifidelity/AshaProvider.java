package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

/** Asynchronous successive halving, {@code asha}. */
public final class AshaProvider extends LadderProvider {

    /** For the service loader. */
    public AshaProvider() {
        super("asha", "ASHA",
                "Successive halving without waiting: whenever a worker is free, the best candidate that is due goes on, or a new one starts.",
                List.of("Li, Jamieson, Rostamizadeh, Gonina, Ben-tzur, Hardt, Recht and Talwalkar 2020: A System for Massively Parallel Hyperparameter Tuning"),
                single(Feature.EARLY_STOPPING),
                Setup.settings().add(CategoricalParameter.of("variant", "promotion", "stopping")).add(Setup.brackets()).build(),
                Setup.preset("stopping", "Candidates go on at once, or are stopped for good, when they pass a level", Map.of("variant", Value.of("stopping"))),
                Setup.preset("brackets", "New candidates start at different levels, as in Hyperband", Map.of("brackets", Value.of(5))));
    }

    @Override
    Optimizer create(Setup setup) {
        boolean stops = setup.chosen().choice("variant").equals("stopping");
        Schedule schedule = stops ? setup.stopping() : setup.asha(Math.toIntExact(setup.chosen().whole("brackets")));
        return setup.optimizer(schedule, setup.random());
    }
}
