package org.optbench.optimizers.classic;

import java.util.random.RandomGenerator;
import org.optbench.model.space.SearchSpace;

/** Points of the unit cube. */
final class Points {

    private Points() {
    }

    /** The default configuration; inactive coordinates at the centre. */
    static double[] atDefault(SearchSpace space) {
        double[] point = space.unitCube().encode(space.defaults());
        for (int i = 0; i < point.length; i++) {
            point[i] = Double.isNaN(point[i]) ? 0.5 : point[i];
        }
        return point;
    }

    static double[] uniform(int n, RandomGenerator random) {
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = random.nextDouble();
        }
        return point;
    }

    static void clamp(double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.clamp(point[i], 0.0, 1.0);
        }
    }
}
