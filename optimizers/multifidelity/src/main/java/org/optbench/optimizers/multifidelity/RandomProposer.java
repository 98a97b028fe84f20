package org.optbench.optimizers.multifidelity;

import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;

/** Draws configurations from the priors of the parameters. */
final class RandomProposer implements Proposer {

    private final SearchSpace space;
    private final Known known;
    private final RandomGenerator random;

    RandomProposer(SearchSpace space, RandomGenerator random) {
        this.space = space;
        this.known = new Known(space);
        this.random = random;
    }

    @Override
    public Configuration propose(int level, int bracket) {
        return known.fresh(() -> space.sample(random));
    }
}
