package org.optbench.optimizers.bandits;

import java.util.random.RandomGenerator;

/** Chooses among arms 0 .. n-1 and learns from the losses of those it chose. Pulls may be answered late and in any order. */
interface Bandit {

    /**
     * A choice.
     *
     * @param arm         which
     * @param probability with which it was drawn, in (0, 1]; 1 for a deterministic choice
     */
    record Pull(int arm, double probability) {
    }

    /** The next arm to pull. */
    Pull choose(RandomGenerator random);

    /**
     * The result of a pull.
     *
     * @param loss in [0, 1]
     */
    void learn(Pull pull, double loss);
}
