package org.optbench.tasks.synthetic.coco;

import static org.optbench.tasks.synthetic.coco.Elementary.cosTurns;
import static org.optbench.tasks.synthetic.coco.Transforms.oscillate;
import static org.optbench.tasks.synthetic.coco.Transforms.oscillateAsymmetric;
import static org.optbench.tasks.synthetic.coco.Transforms.penalty;

/** The separable functions f1 to f5. */
final class SeparableFunctions {

    private SeparableFunctions() {}

    static BbobFunction create(BbobId id) {
        return switch (id.function()) {
            case 1 -> new Sphere(id);
            case 2 -> new Ellipsoid(id);
            case 3 -> new Rastrigin(id);
            case 4 -> new BuecheRastrigin(id);
            default -> new LinearSlope(id);
        };
    }

    /** f1. */
    private static final class Sphere extends BbobFunction {

        Sphere(BbobId id) {
            super(id.optimum(), id.optimalValue());
        }

        @Override
        public double value(double[] x, double[] work) {
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = x[i] - optimum[i];
                sum += z * z;
            }
            return sum + optimalValue;
        }
    }

    /** f2, condition 1e6. */
    private static final class Ellipsoid extends BbobFunction {

        private final double[] weight;

        Ellipsoid(BbobId id) {
            super(id.optimum(), id.optimalValue());
            weight = Matrix.powers(1e6, dimension);
        }

        @Override
        public double value(double[] x, double[] work) {
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = oscillate(x[i] - optimum[i]);
                sum += weight[i] * z * z;
            }
            return sum + optimalValue;
        }
    }

    /** f3. */
    private static final class Rastrigin extends BbobFunction {

        private final double[] scale;
        private final double[] slope;

        Rastrigin(BbobId id) {
            super(id.optimum(), id.optimalValue());
            scale = Matrix.powers(Math.sqrt(10.0), dimension);
            slope = Transforms.slopes(0.2, dimension);
        }

        @Override
        public double value(double[] x, double[] work) {
            double cosines = 0.0;
            double squares = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = scale[i] * oscillateAsymmetric(x[i] - optimum[i], slope[i]);
                cosines += cosTurns(z);
                squares += z * z;
            }
            return 10.0 * (dimension - cosines) + squares + optimalValue;
        }
    }

    /** f4: Rastrigin, with every second coordinate ten times steeper on its positive side. */
    private static final class BuecheRastrigin extends BbobFunction {

        private final double[] scale;

        BuecheRastrigin(BbobId id) {
            super(id.optimum(), id.optimalValue());
            scale = Matrix.powers(Math.sqrt(10.0), dimension);
            for (int i = 0; i < dimension; i += 2) {
                optimum[i] = Math.abs(optimum[i]);
            }
        }

        @Override
        public double value(double[] x, double[] work) {
            double cosines = 0.0;
            double squares = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = oscillate(x[i] - optimum[i]);
                z *= z > 0.0 && (i & 1) == 0 ? 10.0 * scale[i] : scale[i];
                cosines += cosTurns(z);
                squares += z * z;
            }
            return 10.0 * (dimension - cosines) + squares + optimalValue + 100.0 * penalty(x);
        }
    }

    /** f5: linear up to the optimum in a corner of the box, and constant beyond it. */
    private static final class LinearSlope extends BbobFunction {

        private final double[] slope;
        private final double offset;

        LinearSlope(BbobId id) {
            super(id.optimum(), id.optimalValue());
            slope = Matrix.powers(10.0, dimension);
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                sum += 5.0 * slope[i];
                if (optimum[i] > 0.0) {
                    optimum[i] = 5.0;
                } else {
                    optimum[i] = -5.0;
                    slope[i] = -slope[i];
                }
            }
            offset = sum;
        }

        @Override
        public double value(double[] x, double[] work) {
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                sum += slope[i] * (x[i] * optimum[i] >= 25.0 ? optimum[i] : x[i]);
            }
            return offset - sum + optimalValue;
        }
    }
}
