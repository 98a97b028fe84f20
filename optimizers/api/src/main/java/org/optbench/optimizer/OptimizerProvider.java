package org.optbench.optimizer;

import java.util.Map;
import java.util.Optional;

/** Makes optimizers of one kind; found by {@link java.util.ServiceLoader}. Methods may be called by several threads at once. */
public interface OptimizerProvider {

    OptimizerDescription description();

    /**
     * A fresh optimizer. The problem lies within the declared capabilities.
     *
     * @throws IllegalArgumentException when settings, options or the problem cannot be used, with the rule that is broken
     */
    Optimizer create(OptimizerContext context);

    /** Why no optimizer can be made here and now with these options, such as a missing program or endpoint; a full sentence with the remedy. */
    default Optional<String> unavailable(Map<String, String> options) {
        return Optional.empty();
    }
}
