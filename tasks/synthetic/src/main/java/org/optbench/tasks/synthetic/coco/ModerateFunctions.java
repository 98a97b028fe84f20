package org.optbench.tasks.synthetic.coco;

import static org.optbench.tasks.synthetic.coco.Transforms.penalty;

/** The functions with low or moderate conditioning, f6 to f9. */
final class ModerateFunctions {

    private ModerateFunctions() {}

    static BbobFunction create(BbobId id) {
        return switch (id.function()) {
            case 6 -> new AttractiveSector(id);
            case 7 -> new StepEllipsoid(id);
            case 8 -> new Rosenbrock(id);
            default -> new RotatedRosenbrock(id);
        };
    }

    /** {@code max(1, sqrt(d) / 8)}, which keeps the Rosenbrock valley inside the box. */
    static double valleyScale(int dimension) {
        return Math.max(1.0, Math.sqrt(dimension) / 8.0);
    }

    /** The Rosenbrock function of {@code z[0 .. d)}. */
    static double rosenbrock(double[] z, int d) {
        double valley = 0.0;
        double distance = 0.0;
        for (int i = 0; i < d - 1; i++) {
            double a = z[i] * z[i] - z[i + 1];
            double b = z[i] - 1.0;
            valley += a * a;
            distance += b * b;
        }
        return 100.0 * valley + distance;
    }

    /** f6. */
    private static final class AttractiveSector extends BbobFunction {

        private final Matrix matrix;

        AttractiveSector(BbobId id) {
            super(id.optimum(), id.optimalValue());
            matrix = Matrix.conditioned(id.outerRotation(), Math.sqrt(10.0), id.rotation());
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            matrix.multiply(work, 0, work, dimension);
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = work[dimension + i];
                sum += optimum[i] * z > 0.0 ? 1e4 * z * z : z * z;
            }
            if (sum == 0.0) {
                return optimalValue;
            }
            return Elementary.exp(0.9 * Transforms.oscillatedLog(Elementary.log(sum))) + optimalValue;
        }
    }

    /** f7. */
    private static final class StepEllipsoid extends BbobFunction {

        private final Matrix inner;
        private final Matrix outer;
        private final double[] weight;

        StepEllipsoid(BbobId id) {
            super(id.optimum(), id.optimalValue());
            double[][] rows = id.rotation();
            for (int i = 0; i < dimension; i++) {
                double c = Math.sqrt(StrictMath.pow(10.0, i / (dimension - 1.0)));
                for (int j = 0; j < dimension; j++) {
                    rows[i][j] *= c;
                }
            }
            inner = Matrix.of(rows);
            outer = Matrix.of(id.outerRotation());
            weight = Matrix.powers(100.0, dimension);
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            inner.multiply(work, 0, work, dimension);
            double first = Math.abs(work[dimension]);
            for (int i = dimension; i < 2 * dimension; i++) {
                double z = work[i];
                work[i] = Math.abs(z) > 0.5 ? Math.floor(z + 0.5) : Math.floor(10.0 * z + 0.5) / 10.0;
            }
            outer.multiply(work, dimension, work, 0);
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                sum += weight[i] * work[i] * work[i];
            }
            return 0.1 * Math.max(1e-4 * first, sum) + penalty(x) + optimalValue;
        }
    }

    /** f8. */
    private static final class Rosenbrock extends BbobFunction {

        private final double factor;

        Rosenbrock(BbobId id) {
            super(id.optimum(), id.optimalValue());
            factor = valleyScale(dimension);
            for (int i = 0; i < dimension; i++) {
                optimum[i] *= 0.75;
            }
        }

        @Override
        public int workspace() {
            return dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            for (int i = 0; i < dimension; i++) {
                work[i] = factor * (x[i] - optimum[i]) + 1.0;
            }
            return rosenbrock(work, dimension) + optimalValue;
        }
    }

    /** f9. */
    private static final class RotatedRosenbrock extends BbobFunction {

        private final Matrix matrix;

        RotatedRosenbrock(BbobId id) {
            this(id, valleyScale(id.dimension()), id.rotation());
        }

        private RotatedRosenbrock(BbobId id, double factor, double[][] rotation) {
            super(preimageOfOnes(rotation, factor), id.optimalValue());
            for (double[] row : rotation) {
                for (int j = 0; j < dimension; j++) {
                    row[j] *= factor;
                }
            }
            matrix = Matrix.of(rotation);
        }

        @Override
        public int workspace() {
            return dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            matrix.multiply(x, 0, work, 0);
            for (int i = 0; i < dimension; i++) {
                work[i] += 0.5;
            }
            return rosenbrock(work, dimension) + optimalValue;
        }
    }

    /** The x with {@code factor * rotation * x + 0.5 = 1} in every coordinate. */
    static double[] preimageOfOnes(double[][] rotation, double factor) {
        double[] x = new double[rotation.length];
        for (int j = 0; j < x.length; j++) {
            double sum = 0.0;
            for (double[] row : rotation) {
                sum += row[j];
            }
            x[j] = sum / (2.0 * factor);
        }
        return x;
    }
}
