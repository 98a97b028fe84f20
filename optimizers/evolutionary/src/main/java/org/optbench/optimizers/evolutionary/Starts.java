package org.optbench.optimizers.evolutionary;

import java.util.Arrays;
import org.optbench.model.space.SearchSpace;

/** Points of the unit cube to start from. */
final class Starts {

    private Starts() {
    }

    static double[] centre(int n) {
        double[] point = new double[n];
        Arrays.fill(point, 0.5);
        return point;
    }

    /** The default configuration; inactive coordinates at the centre. */
    static double[] atDefault(SearchSpace space) {
        double[] point = space.unitCube().encode(space.defaults());
        for (int i = 0; i < point.length; i++) {
            point[i] = Double.isNaN(point[i]) ? 0.5 : point[i];
        }
        return point;
    }
}
