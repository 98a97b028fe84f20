package org.optbench.optimizers.bayes.gp;

import java.util.Arrays;

/** Makes the values of a constraint fit for a Gaussian process without moving the border of feasibility. */
public final class ConstraintScale {
    private static final double NOT_A_NUMBER = 3;
    private static final double LARGEST = 1e6;

    private ConstraintScale() {
    }

    /**
     * The values in units of their median size, compressed by {@code sign(v) log(1 + |v|)}, so that 0 stays 0; NaN counts as badly violated.
     *
     * @param raw values of which at most 0 is satisfied; not changed
     */
    public static double[] apply(double[] raw) {
        double[] values = raw.clone();
        double[] sizes = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).sorted().toArray();
        double unit = sizes.length == 0 ? 1 : Math.max(sizes[sizes.length / 2], 1e-3 * sizes[sizes.length - 1]);
        unit = unit > 0 ? unit : 1;
        for (int i = 0; i < values.length; i++) {
            double v = Double.isNaN(values[i]) ? NOT_A_NUMBER : values[i] / unit;
            values[i] = Math.signum(v) * StrictMath.log1p(Math.min(Math.abs(v), LARGEST));
        }
        return values;
    }
}
