package org.optbench.optimizers.multifidelity;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;

/** A configuration on its way up the levels. */
final class Candidate {

    private final int id;
    private final Configuration configuration;
    private final double[] point;
    private final @Nullable Merit[] merits;
    private OptionalInt lastTrial = OptionalInt.empty();

    /**
     * A configuration that nothing is known of.
     *
     * @param id     0, 1, ... in the order of the proposals
     * @param point  the configuration as a point of the unit cube, NaN where inactive
     * @param levels number of levels
     */
    Candidate(int id, Configuration configuration, double[] point, int levels) {
        this.id = id;
        this.configuration = configuration;
        this.point = point;
        this.merits = new Merit[levels];
    }

    int id() {
        return id;
    }

    Configuration configuration() {
        return configuration;
    }

    /** Not to be changed. */
    double[] point() {
        return point;
    }

    /** What the configuration achieved at a level; empty when that is not known. */
    Optional<Merit> merit(int level) {
        return Optional.ofNullable(merits[level]);
    }

    /** Whether the merit was not known before. */
    boolean record(int level, Merit merit) {
        if (merits[level] != null) {
            return false;
        }
        merits[level] = merit;
        return true;
    }

    /** The latest trial that ended well, from which a higher level can go on. */
    OptionalInt lastTrial() {
        return lastTrial;
    }

    void ended(int trial) {
        lastTrial = OptionalInt.of(trial);
    }
}
