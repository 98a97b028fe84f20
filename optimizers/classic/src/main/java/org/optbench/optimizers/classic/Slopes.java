package org.optbench.optimizers.classic;

import org.optbench.optimizer.support.Score;

/** Differences of scores for methods that estimate gradients. */
final class Slopes {

    private static final double LARGEST = 1e150;

    private Slopes() {
    }

    /** Value of the first less that of the second; 0 when either failed. */
    static double between(Score first, Score second) {
        if (first.isFailure() || second.isFailure()) {
            return 0;
        }
        return Math.clamp(first.value(), -LARGEST, LARGEST) - Math.clamp(second.value(), -LARGEST, LARGEST);
    }
}
