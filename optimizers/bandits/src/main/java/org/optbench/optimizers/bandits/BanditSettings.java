package org.optbench.optimizers.bandits;

import java.util.Arrays;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.Preset;

/** What the descriptions of several bandits share. */
final class BanditSettings {

    private BanditSettings() {
    }

    /** Number of arms, 0 by the budget. */
    static IntParameter arms() {
        return IntParameter.linear("arms", 0, 500).withDefault(0);
    }

    static CategoricalParameter scale() {
        return CategoricalParameter.of("scale", "clipped", "range", "rank");
    }

    static LossScale.Mode scale(OptimizerContext context) {
        return LossScale.Mode.of(context.settings().choice("scale"));
    }

    static Capabilities overArms(Feature... more) {
        Feature[] features = Arrays.copyOf(more, more.length + 4);
        features[more.length] = Feature.CONDITIONS;
        features[more.length + 1] = Feature.FORBIDDEN;
        features[more.length + 2] = Feature.PARALLEL;
        features[more.length + 3] = Feature.NOISE;
        return Capabilities.allParameters(features);
    }

    static Preset preset(String id, String summary, String setting, Value value) {
        return new Preset(id, summary, Configuration.empty().with(setting, value));
    }
}
