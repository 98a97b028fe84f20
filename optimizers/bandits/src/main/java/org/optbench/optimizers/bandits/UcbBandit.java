package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Optimism in the face of uncertainty: the arm with the lowest confidence bound of its loss. Pulls under way count as made, so that parallel ones spread.
 * UCB1 and UCB-tuned after Auer, Cesa-Bianchi and Fischer (2002), UCB-V after Audibert, Munos and Szepesvari (2009), MOSS (anytime form) after Degenne and
 * Perchet (2016).
 */
final class UcbBandit implements Bandit {

    private final Index index;
    private final double exploration;
    private final double[] sums;
    private final double[] squares;
    private final int[] told;
    private final int[] pulled;
    private int total;

    /** How wide the confidence interval is. */
    enum Index {
        UCB1, UCB_TUNED, UCB_V, MOSS
    }

    /**
     * @param exploration multiplies the width of the interval, 0 or above; 1 is the published one
     */
    UcbBandit(int arms, Index index, double exploration) {
        this.index = index;
        this.exploration = exploration;
        this.sums = new double[arms];
        this.squares = new double[arms];
        this.told = new int[arms];
        this.pulled = new int[arms];
    }

    @Override
    public Pull choose(RandomGenerator random) {
        int chosen = Arrays.stream(pulled).anyMatch(count -> count == 0) ? unpulled(random) : lowest(random);
        pulled[chosen]++;
        total++;
        return new Pull(chosen, 1);
    }

    private int unpulled(RandomGenerator random) {
        int left = (int) Arrays.stream(pulled).filter(count -> count == 0).count();
        int skip = random.nextInt(left);
        int arm = 0;
        while (pulled[arm] > 0 || skip-- > 0) {
            arm++;
        }
        return arm;
    }

    private int lowest(RandomGenerator random) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        int ties = 0;
        for (int arm = 0; arm < sums.length; arm++) {
            double bound = mean(arm) - exploration * width(arm);
            ties = bound < least ? 1 : bound == least ? ties + 1 : ties;
            if (bound < least || bound == least && random.nextInt(ties) == 0) {
                least = bound;
                best = arm;
            }
        }
        return best;
    }

    private double mean(int arm) {
        return told[arm] == 0 ? 0.5 : sums[arm] / told[arm];
    }

    private double width(int arm) {
        double n = pulled[arm];
        double log = StrictMath.log(Math.max(total, 2));
        double variance = told[arm] == 0 ? 0.25 : Math.max(0, squares[arm] / told[arm] - mean(arm) * mean(arm));
        return switch (index) {
            case UCB1 -> Math.sqrt(2 * log / n);
            case UCB_TUNED -> Math.sqrt(log / n * Math.min(0.25, variance + Math.sqrt(2 * log / n)));
            case UCB_V -> Math.sqrt(2 * variance * log / n) + 3 * log / n;
            case MOSS -> Math.sqrt(Math.max(0, StrictMath.log(total / (sums.length * n))) / n);
        };
    }

    @Override
    public void learn(Pull pull, double loss) {
        sums[pull.arm()] += loss;
        squares[pull.arm()] += loss * loss;
        told[pull.arm()]++;
    }
}
