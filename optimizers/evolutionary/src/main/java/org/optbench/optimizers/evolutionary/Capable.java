package org.optbench.optimizers.evolutionary;

import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;

/** Capabilities that the optimizers of this module share. */
final class Capable {

    private Capable() {
    }

    /** Methods that compare trials only, on the unit cube of any space. */
    static Capabilities comparing() {
        return Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.RANK_ONLY);
    }
}
