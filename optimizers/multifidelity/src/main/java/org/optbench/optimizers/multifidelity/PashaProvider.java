package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;

/** Progressive asynchronous successive halving, {@code pasha}. */
public final class PashaProvider extends LadderProvider {

    /** For the service loader. */
    public PashaProvider() {
        super("pasha", "PASHA",
                "ASHA that raises its highest level only while the ranking of the best candidates still changes from one level to the next.",
                List.of("Bohdal, Balles, Wistuba, Ermis, Archambeau and Zappella 2023: PASHA: Efficient HPO and NAS with Progressive Resource Allocation"),
                single(),
                Setup.settings().add(FloatParameter.linear("tie_percentile", 0, 1).withDefault(0.9))
                        .add(CategoricalParameter.of("confirm_leaders", "true", "false")).build(),
                Setup.preset("unconfirmed", "Leaders are not evaluated in full, as in the paper before its final training",
                        Map.of("confirm_leaders", Value.of("false"))));
    }

    @Override
    Optimizer create(Setup setup) {
        boolean confirms = Boolean.parseBoolean(setup.chosen().choice("confirm_leaders"));
        Schedule schedule = new PashaSchedule(setup.ladder(), setup.eta(), setup.chosen().real("tie_percentile"), confirms);
        return setup.optimizer(schedule, setup.random());
    }
}
