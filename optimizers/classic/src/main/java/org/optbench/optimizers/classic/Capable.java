package org.optbench.optimizers.classic;

import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;

/** Capabilities that several optimizers of this module share. */
final class Capable {

    private Capable() {
    }

    /** Methods that look at no result and so run on every problem. */
    static Capabilities blind() {
        return Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.MULTI_OBJECTIVE, Feature.PARALLEL,
                Feature.NOISE, Feature.RANK_ONLY, Feature.MULTI_TASK);
    }
}
