package org.optbench.optimizers.multifidelity;

import java.util.List;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** What the providers of this family share. */
abstract class LadderProvider implements OptimizerProvider {

    private static final String FAMILY = "multi-fidelity";

    private final OptimizerDescription description;

    LadderProvider(String id, String name, String summary, List<String> papers, Capabilities capabilities, SearchSpace settings, Preset... presets) {
        description = new OptimizerDescription(id, "1", name, FAMILY, summary, papers, capabilities, settings).withPresets(presets);
    }

    /** One objective over any space. */
    static Capabilities single(Feature... more) {
        return capabilities(List.of(), more);
    }

    /** Several objectives over any space. */
    static Capabilities several(Feature... more) {
        return capabilities(List.of(Feature.MULTI_OBJECTIVE, Feature.NEEDS_MULTI_OBJECTIVE), more);
    }

    private static Capabilities capabilities(List<Feature> kind, Feature... more) {
        List<Feature> all = new java.util.ArrayList<>(List.of(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.MULTI_FIDELITY,
                Feature.NEEDS_FIDELITY, Feature.PARALLEL));
        all.addAll(kind);
        all.addAll(List.of(more));
        return Capabilities.allParameters(all.toArray(Feature[]::new));
    }

    @Override
    public final OptimizerDescription description() {
        return description;
    }

    @Override
    public final Optimizer create(OptimizerContext context) {
        return create(Setup.of(context));
    }

    abstract Optimizer create(Setup setup);
}
