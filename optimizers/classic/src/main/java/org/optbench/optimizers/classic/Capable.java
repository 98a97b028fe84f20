package org.optbench.optimizers.classic;

import java.util.EnumSet;
import org.optbench.model.space.ParameterKind;
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

    /** Methods that compare configurations of any space. */
    static Capabilities comparing() {
        return Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.RANK_ONLY);
    }

    /** Methods that follow the values of numbers, one trial after the other. */
    static Capabilities sequential() {
        return Capabilities.of(numbers());
    }

    /** Parameters whose coordinates have an order. */
    static EnumSet<ParameterKind> numbers() {
        return EnumSet.of(ParameterKind.FLOAT, ParameterKind.INT, ParameterKind.ORDINAL);
    }
}
