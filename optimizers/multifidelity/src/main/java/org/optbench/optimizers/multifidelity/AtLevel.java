package org.optbench.optimizers.multifidelity;

import java.util.Arrays;
import org.optbench.optimizers.bayes.acquisition.Acquisition;

/**
 * An acquisition over configurations and levels, seen at one level.
 *
 * @param joint      takes the features of a configuration and, last, the level
 * @param coordinate the level
 */
record AtLevel(Acquisition joint, double coordinate) implements Acquisition {

    @Override
    public void values(double[][] features, double[] values) {
        double[][] rows = new double[features.length][];
        Arrays.setAll(rows, i -> extended(features[i], coordinate));
        joint.values(rows, values);
    }

    @Override
    public double value(double[] features, double[] gradient) {
        double[] longer = new double[features.length + 1];
        double value = joint.value(extended(features, coordinate), longer);
        System.arraycopy(longer, 0, gradient, 0, features.length);
        return value;
    }

    @Override
    public boolean differentiable() {
        return joint.differentiable();
    }

    static double[] extended(double[] features, double coordinate) {
        double[] row = Arrays.copyOf(features, features.length + 1);
        row[features.length] = coordinate;
        return row;
    }
}
