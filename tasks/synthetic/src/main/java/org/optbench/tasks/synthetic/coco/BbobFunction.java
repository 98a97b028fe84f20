package org.optbench.tasks.synthetic.coco;

import org.optbench.tasks.synthetic.function.RealFunction;

/**
 * One instance of one of the 24 noiseless functions of BBOB (N. Hansen, S. Finck, R. Ros, A. Auger: Real-Parameter
 * Black-Box Optimization Benchmarking 2009: Noiseless Functions Definitions, INRIA RR-6829), to be minimised. The
 * region of interest is [-5, 5]^d; outside of it the functions stay defined, some with a penalty.
 */
public abstract class BbobFunction implements RealFunction {

    /** Number of functions in the suite. */
    public static final int COUNT = 24;

    final int dimension;
    final double[] optimum;
    final double optimalValue;

    BbobFunction(double[] optimum, double optimalValue) {
        this.dimension = optimum.length;
        this.optimum = optimum;
        this.optimalValue = optimalValue;
    }

    /**
     * Builds the instance that COCO calls {@code bbob_f<function>_i<instance>_d<dimension>}.
     *
     * @param function 1 .. 24
     * @param dimension 2 or more
     * @param instance 1 or more
     * @throws IllegalArgumentException when one of them is out of range
     */
    public static BbobFunction of(int function, int dimension, int instance) {
        return of(new BbobId(function, dimension, instance));
    }

    static BbobFunction of(BbobId id) {
        int function = id.function();
        return switch ((function - 1) / 5) {
            case 0 -> SeparableFunctions.create(id);
            case 1 -> function < 10 ? ModerateFunctions.create(id) : IllConditionedFunctions.create(id);
            case 2 -> function < 15 ? IllConditionedFunctions.create(id) : MultimodalFunctions.create(id);
            case 3 -> function < 20 ? MultimodalFunctions.create(id) : WeaklyStructuredFunctions.create(id);
            default -> WeaklyStructuredFunctions.create(id);
        };
    }

    /** Builds the instance of the large-scale suite, {@code bbob-largescale}; the arguments are those of {@link #of}. */
    public static BbobFunction largescale(int function, int dimension, int instance) {
        BbobId id = new BbobId(function, dimension, instance);
        return switch (function) {
            case 21 -> Gallagher.largescale(id, 101);
            case 22 -> Gallagher.largescale(id, 21);
            default -> LargescaleFunction.create(id);
        };
    }

    @Override
    public final int dimension() {
        return dimension;
    }

    /** The minimiser {@code x_opt} of the region of interest, array shape {@code [d]}; a copy. */
    public final double[] optimum() {
        return optimum.clone();
    }

    /** The minimum {@code f_opt}. */
    public final double optimalValue() {
        return optimalValue;
    }

    /** Writes {@code x - x_opt} to the start of {@code work}. */
    final void shift(double[] x, double[] work) {
        for (int i = 0; i < dimension; i++) {
            work[i] = x[i] - optimum[i];
        }
    }
}
