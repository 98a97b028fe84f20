package org.optbench.optimizers.multifidelity;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;

/** The configurations proposed so far, so that none is proposed twice while there are others. */
final class Known {

    private static final int TRIES = 50;

    private final boolean isFinite;
    private final Set<Configuration> configurations = new HashSet<>();

    Known(SearchSpace space) {
        isFinite = Double.isFinite(space.cardinality());
    }

    /** Whether the configuration was proposed before. */
    boolean contains(Configuration configuration) {
        return isFinite && configurations.contains(configuration);
    }

    /** A draw that was not proposed before, or the last of some that all were. */
    Configuration fresh(Supplier<Configuration> draw) {
        Configuration drawn = draw.get();
        for (int i = 0; i < TRIES && contains(drawn); i++) {
            drawn = draw.get();
        }
        return add(drawn);
    }

    /** Remembers a proposal; in a space with floats there is nothing to remember. */
    Configuration add(Configuration configuration) {
        if (isFinite) {
            configurations.add(configuration);
        }
        return configuration;
    }
}
