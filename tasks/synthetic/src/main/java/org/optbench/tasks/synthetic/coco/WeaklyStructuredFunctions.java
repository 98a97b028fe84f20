package org.optbench.tasks.synthetic.coco;

import static org.optbench.tasks.synthetic.coco.Elementary.cosTurns;
import static org.optbench.tasks.synthetic.coco.Transforms.penalty;

/** The multimodal functions with weak global structure, f20 to f24. */
final class WeaklyStructuredFunctions {

    private WeaklyStructuredFunctions() {}

    static BbobFunction create(BbobId id) {
        return switch (id.function()) {
            case 20 -> new Schwefel(id);
            case 21 -> Gallagher.create(id, 101);
            case 22 -> Gallagher.create(id, 21);
            case 23 -> new Katsuura(id);
            default -> new LunacekBiRastrigin(id);
        };
    }

    /** f20. */
    private static final class Schwefel extends BbobFunction {

        private static final double PER_TURN = 1.0 / (2.0 * Math.PI);
        private static final double PEAK = 4.2096874637;
        private static final double BEST = 0.5 * 4.2096874633;

        private final double[] scale;

        Schwefel(BbobId id) {
            super(LegacyRandom.uniform(id.dimension(), id.seed()), id.optimalValue());
            scale = Matrix.powers(Math.sqrt(10.0), dimension);
            for (int i = 0; i < dimension; i++) {
                optimum[i] = optimum[i] < 0.5 ? -BEST : BEST;
            }
        }

        @Override
        public double value(double[] x, double[] work) {
            double previous = PEAK;
            double outside = 0.0;
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                double mirrored = 2.0 * (optimum[i] < 0.0 ? -x[i] : x[i]);
                double chained = mirrored + 0.25 * (previous - PEAK);
                double z = 100.0 * (scale[i] * (chained - PEAK) + PEAK);
                double excess = Math.max(0.0, Math.abs(z) - 500.0);
                outside += excess * excess;
                sum += z * cosTurns(PER_TURN * Math.sqrt(Math.abs(z)) - 0.25);
                previous = mirrored;
            }
            return 0.01 * (outside + 418.9828872724339 - sum / dimension) + optimalValue;
        }
    }

    /** f23. */
    private static final class Katsuura extends BbobFunction {

        private final Matrix matrix;
        private final double exponent;

        Katsuura(BbobId id) {
            super(id.optimum(), id.optimalValue());
            matrix = Matrix.conditioned(id.outerRotation(), 10.0, id.rotation());
            exponent = 10.0 / StrictMath.pow(dimension, 1.2);
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            matrix.multiply(work, 0, work, dimension);
            return katsuura(work, dimension, dimension, exponent) + optimalValue + penalty(x);
        }
    }

    /** The Katsuura function of {@code z[at .. at + d)}. */
    static double katsuura(double[] z, int at, int d, double exponent) {
        double product = 1.0;
        for (int i = 0; i < d; i++) {
            product *= 1.0 + (i + 1.0) * distances(z[at + i]);
        }
        return 10.0 / d / d * (StrictMath.pow(product, exponent) - 1.0);
    }

    /** The same with a power of every factor in place of one of their product, which may overflow for large d. */
    static double katsuuraByFactors(double[] z, int at, int d, double exponent) {
        double product = 1.0;
        for (int i = 0; i < d; i++) {
            product *= StrictMath.pow(1.0 + (i + 1.0) * distances(z[at + i]), exponent);
        }
        return 10.0 / ((double) d * d) * (product - 1.0);
    }

    /** Sum over j = 1 .. 32 of the distance of {@code 2^j z} to the nearest integer, over 2^j; all steps are exact. */
    private static double distances(double z) {
        double up = 2.0;
        double down = 0.5;
        double sum = 0.0;
        for (int j = 1; j <= 32; j++) {
            double scaled = up * z;
            sum += Math.abs(scaled - Math.rint(scaled)) * down;
            up *= 2.0;
            down *= 0.5;
        }
        return sum;
    }

    /** f24. */
    private static final class LunacekBiRastrigin extends BbobFunction {

        private static final double MU0 = 2.5;
        private static final double DEPTH = 1.0;

        private final Matrix matrix;
        private final double width;
        private final double mu1;

        LunacekBiRastrigin(BbobId id) {
            super(LegacyRandom.gaussian(id.dimension(), id.seed()), id.optimalValue());
            for (int i = 0; i < dimension; i++) {
                optimum[i] = optimum[i] < 0.0 ? -0.5 * MU0 : 0.5 * MU0;
            }
            matrix = Matrix.conditioned(id.outerRotation(), 10.0, id.rotation());
            width = 1.0 - 0.5 / (Math.sqrt(dimension + 20.0) - 4.1);
            mu1 = -Math.sqrt((MU0 * MU0 - DEPTH) / width);
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            double first = 0.0;
            double second = 0.0;
            for (int i = 0; i < dimension; i++) {
                double mirrored = optimum[i] < 0.0 ? -2.0 * x[i] : 2.0 * x[i];
                double a = mirrored - MU0;
                double b = mirrored - mu1;
                work[i] = a;
                first += a * a;
                second += b * b;
            }
            matrix.multiply(work, 0, work, dimension);
            double cosines = 0.0;
            for (int i = dimension; i < 2 * dimension; i++) {
                cosines += cosTurns(work[i]);
            }
            return Math.min(first, DEPTH * dimension + width * second) + 10.0 * (dimension - cosines)
                    + 1e4 * penalty(x) + optimalValue;
        }
    }
}
