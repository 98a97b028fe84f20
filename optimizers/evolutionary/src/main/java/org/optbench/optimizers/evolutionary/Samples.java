package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;

/** Draws that adaptive differential evolution needs. */
final class Samples {

    private Samples() {
    }

    /** A Cauchy draw with scale 0.1, repeated while not positive, cut at 1. */
    static double scaleFactor(double location, RandomGenerator random) {
        double draw;
        do {
            draw = location + 0.1 * StrictMath.tan(Math.PI * (random.nextDouble() - 0.5));
        } while (draw <= 0);
        return Math.min(1, draw);
    }

    /** A normal draw with standard deviation 0.1, cut to [0, 1]. */
    static double crossoverRate(double mean, RandomGenerator random) {
        return Math.clamp(mean + 0.1 * random.nextGaussian(), 0.0, 1.0);
    }
}
