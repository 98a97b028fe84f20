package org.optbench.tasks.synthetic.coco;

import org.optbench.tasks.synthetic.function.VectorFunction;

/**
 * The bi-objective functions of bbob-biobj (f1 to f55) and bbob-biobj-ext (f1 to f92): two functions of bbob over
 * [-100, 100]^d (D. Brockhoff, A. Auger, N. Hansen, T. Tusar: Using Well-Understood Single-Objective Functions in
 * Multiobjective Black-Box Optimization Test Suites, Evolutionary Computation 30(2), 2022).
 */
public final class BiobjFunction implements VectorFunction {

    /** Number of functions of the extended suite. */
    public static final int COUNT = 92;

    /** Number of instances whose pairs of bbob instances are laid down. */
    public static final int INSTANCES = 15;

    private static final int PAIRS_OF_SELECTED = 55;
    private static final int[] SELECTED = {1, 2, 6, 8, 13, 14, 15, 17, 20, 21};
    private static final int[][] FURTHER = {{1, 3}, {1, 4}, {1, 5}, {2, 3}, {2, 4}, {2, 5}, {3, 4}, {3, 5}, {4, 5}, {6, 7}, {6, 9}, {7, 8},
            {7, 9}, {8, 9}, {10, 11}, {10, 12}, {10, 13}, {10, 14}, {11, 12}, {11, 13}, {11, 14}, {12, 13}, {12, 14}, {15, 18}, {15, 19},
            {17, 18}, {17, 19}, {18, 19}, {20, 22}, {20, 23}, {20, 24}, {21, 22}, {21, 23}, {21, 24}, {22, 23}, {22, 24}, {23, 24}};
    private static final int[][] INSTANCE_PAIRS = {{2, 4}, {3, 5}, {7, 8}, {9, 10}, {11, 12}, {13, 14}, {15, 16}, {17, 18}, {19, 21}, {21, 22},
            {23, 24}, {25, 26}, {27, 28}, {29, 30}, {31, 34}};

    private final BbobFunction first;
    private final BbobFunction second;

    private BiobjFunction(BbobFunction first, BbobFunction second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Builds an instance.
     *
     * @param function 1 .. 92
     * @param dimension 2 or more
     * @param instance 1 .. 15
     */
    public static BiobjFunction of(int function, int dimension, int instance) {
        if (function < 1 || function > COUNT || instance < 1 || instance > INSTANCES) {
            throw new IllegalArgumentException("bbob-biobj function is " + function + " and instance " + instance
                    + " but they must lie in 1 .. " + COUNT + " and 1 .. " + INSTANCES
                    + ". Maybe the parts of the id are in another order than function, dimension, instance?");
        }
        int[] pair = pair(function);
        int[] instances = INSTANCE_PAIRS[instance - 1];
        return new BiobjFunction(BbobFunction.of(pair[0], dimension, instances[0]), BbobFunction.of(pair[1], dimension, instances[1]));
    }

    /** The two bbob functions of a bi-objective one, array shape {@code [2]}. */
    static int[] pair(int function) {
        if (function > PAIRS_OF_SELECTED) {
            return FURTHER[function - PAIRS_OF_SELECTED - 1].clone();
        }
        int row = 0;
        int rest = function - 1;
        while (rest >= SELECTED.length - row) {
            rest -= SELECTED.length - row;
            row++;
        }
        return new int[]{SELECTED[row], SELECTED[row + rest]};
    }

    /** The ideal point, array shape {@code [2]}: the optima of the two functions. */
    public double[] ideal() {
        return new double[]{first.optimalValue(), second.optimalValue()};
    }

    /** The nadir point, array shape {@code [2]}: each function at the minimiser of the other. */
    public double[] nadir() {
        return new double[]{first.value(second.optimum()), second.value(first.optimum())};
    }

    @Override
    public int dimension() {
        return first.dimension();
    }

    @Override
    public int objectives() {
        return 2;
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        f[0] = first.value(x);
        f[1] = second.value(x);
    }
}
