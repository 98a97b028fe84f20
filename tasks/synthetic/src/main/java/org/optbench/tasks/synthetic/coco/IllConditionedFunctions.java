package org.optbench.tasks.synthetic.coco;

import static org.optbench.tasks.synthetic.coco.Transforms.asymmetric;
import static org.optbench.tasks.synthetic.coco.Transforms.oscillate;

/** The unimodal functions with high conditioning, f10 to f14. */
final class IllConditionedFunctions {

    private IllConditionedFunctions() {}

    static BbobFunction create(BbobId id) {
        return switch (id.function()) {
            case 10 -> ellipsoid(id, 1e6);
            case 11 -> new Discus(id);
            case 12 -> new BentCigar(id);
            case 13 -> new SharpRidge(id);
            default -> new DifferentPowers(id);
        };
    }

    /** The rotated ellipsoid of f10 with another condition number. */
    static BbobFunction ellipsoid(BbobId id, double condition) {
        return new RotatedEllipsoid(id, condition);
    }

    /** A function of {@code z = M (x - x_opt)}; z stands in the upper half of the workspace. */
    private abstract static class Rotated extends BbobFunction {

        final Matrix matrix;

        Rotated(BbobId id, double[] optimum, Matrix matrix) {
            super(optimum, id.optimalValue());
            this.matrix = matrix;
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            matrix.multiply(work, 0, work, dimension);
            return core(work) + optimalValue;
        }

        abstract double core(double[] work);
    }

    /** f10. */
    private static final class RotatedEllipsoid extends Rotated {

        private final double[] weight;

        RotatedEllipsoid(BbobId id, double condition) {
            super(id, id.optimum(), Matrix.of(id.outerRotation()));
            weight = Matrix.powers(condition, dimension);
        }

        @Override
        double core(double[] work) {
            double sum = 0.0;
            for (int i = 0; i < dimension; i++) {
                double z = oscillate(work[dimension + i]);
                sum += weight[i] * z * z;
            }
            return sum;
        }
    }

    /** f11, condition 1e6. */
    private static final class Discus extends Rotated {

        Discus(BbobId id) {
            super(id, id.optimum(), Matrix.of(id.outerRotation()));
        }

        @Override
        double core(double[] work) {
            double first = oscillate(work[dimension]);
            double sum = 1e6 * first * first;
            for (int i = dimension + 1; i < 2 * dimension; i++) {
                double z = oscillate(work[i]);
                sum += z * z;
            }
            return sum;
        }
    }

    /** f12, condition 1e6; its optimum is drawn from the seed of the rotation. */
    private static final class BentCigar extends Rotated {

        private final double[] slope;

        BentCigar(BbobId id) {
            super(id, LegacyRandom.optimum(id.dimension(), id.seed() + 1_000_000L), Matrix.of(id.outerRotation()));
            slope = Transforms.slopes(0.5, dimension);
        }

        @Override
        double core(double[] work) {
            for (int i = 0; i < dimension; i++) {
                work[dimension + i] = asymmetric(work[dimension + i], slope[i]);
            }
            matrix.multiply(work, dimension, work, 0);
            double sum = 0.0;
            for (int i = 1; i < dimension; i++) {
                sum += work[i] * work[i];
            }
            return work[0] * work[0] + 1e6 * sum;
        }
    }

    /** f13. */
    private static final class SharpRidge extends Rotated {

        SharpRidge(BbobId id) {
            super(id, id.optimum(), Matrix.conditioned(id.outerRotation(), Math.sqrt(10.0), id.rotation()));
        }

        @Override
        double core(double[] work) {
            double sum = 0.0;
            for (int i = dimension + 1; i < 2 * dimension; i++) {
                sum += work[i] * work[i];
            }
            return 100.0 * Math.sqrt(sum) + work[dimension] * work[dimension];
        }
    }

    /** f14. */
    private static final class DifferentPowers extends Rotated {

        private final Powers powers;

        DifferentPowers(BbobId id) {
            super(id, id.optimum(), Matrix.of(id.outerRotation()));
            powers = new Powers(dimension);
        }

        @Override
        double core(double[] work) {
            return Math.sqrt(powers.sum(work, dimension));
        }
    }
}
