package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The roulette wheel of adaptive large neighbourhood search: weights follow the rewards smoothly (Ropke and Pisinger 2006, section 3.4). */
final class RouletteBandit implements Bandit {

    private static final double LEAST = 0.05;

    private final double reaction;
    private final double[] weights;

    /**
     * @param reaction how much of a weight a new reward replaces, in (0, 1]
     */
    RouletteBandit(int arms, double reaction) {
        this.reaction = reaction;
        this.weights = new double[arms];
        Arrays.fill(weights, 1);
    }

    @Override
    public Pull choose(RandomGenerator random) {
        double[] probabilities = weights.clone();
        Weights.normalise(probabilities);
        return Weights.draw(probabilities, random);
    }

    @Override
    public void learn(Pull pull, double loss) {
        weights[pull.arm()] = Math.max(LEAST, (1 - reaction) * weights[pull.arm()] + reaction * (1 - loss));
    }
}
