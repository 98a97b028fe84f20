package org.optbench.tasks.synthetic.combinatorial;

import java.util.OptionalDouble;

/** A pseudo-Boolean problem, to be maximised, perhaps under constraints that are satisfied at 0 or below. */
interface BitProblem {

    /** Up to this many bits an optimum without an equation is found by enumeration. */
    int ENUMERABLE = 16;

    /** Number of bits. */
    int size();

    /** The value of a bit string, array shape {@code [n]} of 0 and 1. */
    double value(int[] bits);

    /** Number of constraints. */
    default int constraints() {
        return 0;
    }

    /** Fills the constraints, array shape {@code [constraints]}. */
    default void constrain(int[] bits, double[] g) {
    }

    /** The maximum where it is known without enumeration. */
    default OptionalDouble knownOptimum() {
        return OptionalDouble.empty();
    }

    /** The maximum: as known, else by enumeration of up to 2^16 strings, else empty. */
    default OptionalDouble optimum() {
        return knownOptimum().isPresent() || size() > ENUMERABLE ? knownOptimum() : OptionalDouble.of(enumerated());
    }

    /** The maximum over all feasible bit strings; takes 2^n evaluations. */
    default double enumerated() {
        int n = size();
        int[] bits = new int[n];
        double[] g = new double[constraints()];
        double best = Double.NEGATIVE_INFINITY;
        for (int code = 0; code < 1 << n; code++) {
            for (int i = 0; i < n; i++) {
                bits[i] = code >> i & 1;
            }
            constrain(bits, g);
            boolean feasible = true;
            for (double v : g) {
                feasible &= v <= 0.0;
            }
            if (feasible) {
                best = Math.max(best, value(bits));
            }
        }
        return best;
    }
}
