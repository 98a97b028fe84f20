package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;
import org.optbench.model.space.SearchSpace;

/** First populations. */
final class Populations {

    private Populations() {
    }

    /**
     * Points of the unit cube by Latin hypercube sampling: each coordinate of the population is spread over equal strata.
     *
     * @param withDefault whether the first point is the default configuration
     */
    static double[][] latin(SearchSpace space, int count, boolean withDefault, RandomGenerator random) {
        int width = space.unitCube().width();
        double[][] points = new double[count][width];
        for (int k = 0; k < width; k++) {
            int[] strata = new int[count];
            for (int i = 0; i < count; i++) {
                int at = random.nextInt(i + 1);
                strata[i] = strata[at];
                strata[at] = i;
            }
            for (int i = 0; i < count; i++) {
                points[i][k] = (strata[i] + random.nextDouble()) / count;
            }
        }
        if (withDefault) {
            points[0] = Starts.atDefault(space);
        }
        return points;
    }
}
