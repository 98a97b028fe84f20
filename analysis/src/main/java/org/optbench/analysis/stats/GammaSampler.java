package org.optbench.analysis.stats;

import java.util.random.RandomGenerator;

/** Gamma variates with scale 1 (Marsaglia and Tsang, ACM TOMS 26(3), 2000). */
final class GammaSampler {

    private GammaSampler() {
    }

    static double sample(double shape, RandomGenerator random) {
        if (shape < 1) {
            return sample(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - random.nextDouble();
                if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }
}
