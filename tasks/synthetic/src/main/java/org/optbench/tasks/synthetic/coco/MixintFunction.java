package org.optbench.tasks.synthetic.coco;

import org.optbench.tasks.synthetic.function.RealFunction;

/**
 * The functions of bbob-mixint (T. Tusar, D. Brockhoff, N. Hansen: Mixed-Integer Benchmark Problems for Single- and
 * Bi-Objective Optimization, GECCO 2019). The first four fifths of the variables take 2, 4, 8 and 16 integer values,
 * the last fifth is continuous in [-5, 5]. The integers stand for equidistant points of [-4, 4], shifted so that the
 * optimum of the underlying function is one of them; its value is scaled.
 */
public final class MixintFunction implements RealFunction {

    private static final int[] CARDINALITY = {2, 4, 8, 16};
    private static final int FIRST_LARGESCALE_DIMENSION = 50;
    private static final double[] SCALE = {1, 1e-3, 1e-1, 1e-1, 1, 1e-2, 1, 1e-2, 1e-2, 1e-3, 1e-2, 1e-4, 1e-1, 1, 1e-1, 1, 10, 1, 10, 1e-1,
            1, 1, 10, 1e-1};

    private final BbobFunction inner;
    private final double scale;
    private final int[] upper;
    private final double[] offset;
    private final double[] optimum;

    private MixintFunction(BbobFunction inner, double scale) {
        int d = inner.dimension();
        this.inner = inner;
        this.scale = scale;
        upper = new int[4 * d / 5];
        offset = new double[upper.length];
        optimum = inner.optimum();
        for (int i = 0; i < upper.length; i++) {
            upper[i] = CARDINALITY[i / (d / 5)] - 1;
            double place = upper[i] * (optimum[i] - lowest(i)) / (-2.0 * lowest(i));
            double nearest = Math.clamp(Math.floor(place + 0.5), 0.0, upper[i]);
            offset[i] = point(i, nearest) - optimum[i];
            optimum[i] = nearest;
        }
    }

    /**
     * Builds the instance that COCO calls {@code bbob-mixint_f<function>_i<instance>_d<dimension>}.
     *
     * @param function 1 .. 24
     * @param dimension a multiple of 5
     * @param instance 1 or more
     */
    public static MixintFunction of(int function, int dimension, int instance) {
        if (dimension % 5 != 0) {
            throw new IllegalArgumentException("bbob-mixint dimension is " + dimension + " but must be a multiple of 5. Maybe "
                    + (dimension / 5 + 1) * 5 + "?");
        }
        BbobFunction inner = dimension < FIRST_LARGESCALE_DIMENSION ? BbobFunction.of(function, dimension, instance)
                : BbobFunction.largescale(function, dimension, instance);
        return new MixintFunction(inner, SCALE[function - 1]);
    }

    /** The point of the smallest integer before the shift; that of the largest is its negative. */
    private double lowest(int i) {
        return -4.0 + 8.0 / (upper[i] + 2.0);
    }

    private double point(int i, double integer) {
        return lowest(i) + -2.0 * lowest(i) * integer / upper[i];
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    /** Number of integer variables, which come first. */
    public int integers() {
        return upper.length;
    }

    /** Number of values of the i-th integer variable: it takes 0 .. cardinality - 1. */
    public int cardinality(int i) {
        return upper[i] + 1;
    }

    /** The minimum. */
    public double optimalValue() {
        return scale * inner.optimalValue();
    }

    /** The minimiser, array shape {@code [d]}; a copy. */
    public double[] optimum() {
        return optimum.clone();
    }

    @Override
    public int workspace() {
        return inner.workspace();
    }

    /** {@inheritDoc} Integer variables are rounded and moved to their bounds first. */
    @Override
    public double value(double[] x, double[] work) {
        double[] z = x.clone();
        for (int i = 0; i < upper.length; i++) {
            z[i] = point(i, Math.clamp(Math.floor(x[i] + 0.5), 0.0, upper[i])) - offset[i];
        }
        return scale * inner.value(z, work);
    }
}
