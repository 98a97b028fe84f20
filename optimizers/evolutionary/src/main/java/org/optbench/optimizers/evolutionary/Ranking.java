package org.optbench.optimizers.evolutionary;

import org.optbench.optimizer.support.Score;

/** Sorts positions by score. */
final class Ranking {

    private Ranking() {
    }

    /** Positions from best to worst, ties by position. */
    static int[] order(Score[] scores) {
        int[] order = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            while (at > 0 && scores[i].isBetterThan(scores[order[at - 1]])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }
}
