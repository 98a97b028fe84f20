package org.optbench.model.space;

import java.util.random.RandomGenerator;

/** Draws a coordinate in [0, 1] from a prior. */
final class Draw {

    private static final int TRIES = 1000;

    private Draw() {
    }

    static double unit(Prior prior, RandomGenerator random, double unitMean, double unitPerDeviation) {
        return switch (prior) {
            case Prior.Uniform() -> random.nextDouble();
            case Prior.Normal(double mean, double deviation) -> truncatedNormal(random, unitMean, deviation * unitPerDeviation);
            case Prior.Beta(double alpha, double beta) -> beta(random, alpha, beta);
        };
    }

    private static double truncatedNormal(RandomGenerator random, double mean, double deviation) {
        for (int i = 0; i < TRIES; i++) {
            double unit = mean + deviation * random.nextGaussian();
            if (unit >= 0 && unit <= 1) {
                return unit;
            }
        }
        return Checks.clampUnit(mean); // the mass lies outside the bounds: its nearest legal point
    }

    private static double beta(RandomGenerator random, double alpha, double beta) {
        double first = gamma(random, alpha);
        double second = gamma(random, beta);
        return first + second > 0 ? first / (first + second) : 0.5;
    }

    /** Marsaglia and Tsang (2000), with their boost for shapes below one. */
    private static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = (1 + c * normal) * (1 + c * normal) * (1 + c * normal);
            double uniform = 1 - random.nextDouble();
            if (cube > 0 && StrictMath.log(uniform) < 0.5 * normal * normal + d - d * cube + d * StrictMath.log(cube)) {
                return d * cube;
            }
        }
    }
}
