package org.optbench.tasks.synthetic.coco;

/**
 * Function, dimension and instance of a BBOB function, with the seeds that follow from them.
 *
 * @param lifted whether the minimum is that of the instance, or 0
 */
record BbobId(int function, int dimension, int instance, boolean lifted) {

    BbobId {
        require("function", function, 1, BbobFunction.COUNT);
        require("dimension", dimension, 2, Integer.MAX_VALUE);
        require("instance", instance, 1, 1_000_000);
    }

    BbobId(int function, int dimension, int instance) {
        this(function, dimension, instance, true);
    }

    private static void require(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException("BBOB " + name + " is " + value + " but must lie in " + lowest + " .. "
                    + highest + ". Maybe the parts of the id are in another order than function, dimension, instance?");
        }
    }

    /** Seed of optimum and rotations; f4 shares the draws of f3, and f18 those of f17. */
    long seed() {
        int base = switch (function) {
            case 4 -> 3;
            case 18 -> 17;
            default -> function;
        };
        return base + 10_000L * instance;
    }

    double[] optimum() {
        return LegacyRandom.optimum(dimension, seed());
    }

    double optimalValue() {
        return lifted ? LegacyRandom.optimalValue(function, instance) : 0.0;
    }

    /** The rotation that the definition calls Q, of the seed itself. */
    double[][] rotation() {
        return LegacyRandom.rotation(dimension, seed());
    }

    /** The rotation that the definition calls R, of the seed plus one million. */
    double[][] outerRotation() {
        return LegacyRandom.rotation(dimension, seed() + 1_000_000L);
    }
}
