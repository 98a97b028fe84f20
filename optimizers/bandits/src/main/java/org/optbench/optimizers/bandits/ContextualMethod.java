package org.optbench.optimizers.bandits;

import java.util.Optional;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.support.Score;

/** A method that proposes one configuration after the other, having seen the context of the step where there is one, and learns from each result as it comes. */
interface ContextualMethod {

    /**
     * The next configuration, legal in the space.
     *
     * @param tag     0, 1, ... in the order of the proposals
     * @param context of the step; empty on problems without contexts
     */
    Configuration propose(long tag, Optional<Configuration> context);

    /** The score of a proposal. */
    void tell(long tag, Score score);
}
