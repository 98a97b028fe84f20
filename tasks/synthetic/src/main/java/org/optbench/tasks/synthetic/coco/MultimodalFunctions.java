package org.optbench.tasks.synthetic.coco;

import static org.optbench.tasks.synthetic.coco.Elementary.cosTurns;
import static org.optbench.tasks.synthetic.coco.Transforms.asymmetric;
import static org.optbench.tasks.synthetic.coco.Transforms.oscillate;
import static org.optbench.tasks.synthetic.coco.Transforms.oscillateAsymmetric;
import static org.optbench.tasks.synthetic.coco.Transforms.penalty;

/** The multimodal functions with adequate global structure, f15 to f19. */
final class MultimodalFunctions {

    private MultimodalFunctions() {}

    static BbobFunction create(BbobId id) {
        return switch (id.function()) {
            case 15 -> new RotatedRastrigin(id);
            case 16 -> new Weierstrass(id);
            case 17 -> new Schaffers(id, 10.0);
            case 18 -> new Schaffers(id, 1000.0);
            default -> new GriewankRosenbrock(id);
        };
    }

    /** f15. */
    private static final class RotatedRastrigin extends BbobFunction {

        private final Matrix outer;
        private final Matrix inner;
        private final double[] slope;

        RotatedRastrigin(BbobId id) {
            super(id.optimum(), id.optimalValue());
            double[][] r = id.outerRotation();
            outer = Matrix.of(r);
            inner = Matrix.conditioned(r, Math.sqrt(10.0), id.rotation());
            slope = Transforms.slopes(0.2, dimension);
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            outer.multiply(work, 0, work, dimension);
            for (int i = 0; i < dimension; i++) {
                work[dimension + i] = oscillateAsymmetric(work[dimension + i], slope[i]);
            }
            inner.multiply(work, dimension, work, 0);
            double cosines = 0.0;
            double squares = 0.0;
            for (int i = 0; i < dimension; i++) {
                cosines += cosTurns(work[i]);
                squares += work[i] * work[i];
            }
            return 10.0 * (dimension - cosines) + squares + optimalValue;
        }
    }

    /** f16, with 12 summands. */
    private static final class Weierstrass extends BbobFunction {

        private final Matrix outer;
        private final Matrix inner;

        Weierstrass(BbobId id) {
            super(id.optimum(), id.optimalValue());
            double[][] r = id.outerRotation();
            outer = Matrix.of(r);
            inner = Matrix.conditioned(r, 0.1, id.rotation());
        }

        @Override
        public int workspace() {
            return (2 + WEIERSTRASS_SUMMANDS) * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            outer.multiply(work, 0, work, dimension);
            for (int i = dimension; i < 2 * dimension; i++) {
                work[i] = oscillate(work[i]);
            }
            inner.multiply(work, dimension, work, 0);
            double level = weierstrassSum(work, 0, dimension, 2 * dimension) / dimension - WEIERSTRASS_LOWEST;
            return 10.0 * level * level * level + optimalValue + 10.0 / dimension * penalty(x);
        }
    }

    private static final int WEIERSTRASS_SUMMANDS = 12;

    /** The series where it is lowest, at u = 1/2. */
    static final double WEIERSTRASS_LOWEST = weierstrassSeries(0.5);

    /**
     * The series of {@code work[from .. from + d) + 1/2}, summed. The angles are laid out in {@code work[scratch .. scratch + 12 d)}, so that one plain loop
     * takes all cosines, several at a time.
     */
    static double weierstrassSum(double[] work, int from, int d, int scratch) {
        double frequency = 1.0;
        for (int k = 0; k < WEIERSTRASS_SUMMANDS; k++) {
            int at = scratch + k * d;
            for (int i = 0; i < d; i++) {
                work[at + i] = frequency * (work[from + i] + 0.5);
            }
            frequency *= 3.0;
        }
        for (int i = scratch; i < scratch + WEIERSTRASS_SUMMANDS * d; i++) {
            work[i] = cosTurns(work[i]);
        }
        double amplitude = 1.0;
        double sum = 0.0;
        for (int k = 0; k < WEIERSTRASS_SUMMANDS; k++) {
            int at = scratch + k * d;
            double row = 0.0;
            for (int i = 0; i < d; i++) {
                row += work[at + i];
            }
            sum += amplitude * row;
            amplitude *= 0.5;
        }
        return sum;
    }

    /** {@code sum 0.5^k cos(2 pi 3^k u)} over k = 0 .. 11. */
    static double weierstrassSeries(double u) {
        double amplitude = 1.0;
        double frequency = 1.0;
        double sum = 0.0;
        for (int k = 0; k < WEIERSTRASS_SUMMANDS; k++) {
            sum += amplitude * cosTurns(frequency * u);
            amplitude *= 0.5;
            frequency *= 3.0;
        }
        return sum;
    }

    /** f17 (condition 10) and f18 (condition 1000). */
    private static final class Schaffers extends BbobFunction {

        private final Matrix outer;
        private final Matrix inner;
        private final double[] slope;

        Schaffers(BbobId id, double condition) {
            super(id.optimum(), id.optimalValue());
            outer = Matrix.of(id.outerRotation());
            inner = Matrix.scaledRows(Math.sqrt(condition), id.rotation());
            slope = Transforms.slopes(0.5, dimension);
        }

        @Override
        public int workspace() {
            return 2 * dimension;
        }

        @Override
        public double value(double[] x, double[] work) {
            shift(x, work);
            outer.multiply(work, 0, work, dimension);
            for (int i = 0; i < dimension; i++) {
                work[dimension + i] = asymmetric(work[dimension + i], slope[i]);
            }
            inner.multiply(work, dimension, work, 0);
            return schaffers(work, 0, dimension) + optimalValue + 10.0 * penalty(x);
        }
    }

    private static final double SCHAFFERS_TURNS = 100.0 / (2.0 * Math.PI);
    private static final double PER_TURN = 1.0 / (2.0 * Math.PI);

    /** Schaffer's F7 of {@code z[at .. at + d)}. */
    static double schaffers(double[] z, int at, int d) {
        double sum = 0.0;
        for (int i = at; i < at + d - 1; i++) {
            double s = z[i] * z[i] + z[i + 1] * z[i + 1];
            if (s != 0.0) {
                // sin^2 a = (1 - cos 2a) / 2
                double turns = SCHAFFERS_TURNS * Elementary.exp(0.1 * Elementary.log(s));
                sum += Math.sqrt(Math.sqrt(s)) * (1.5 - 0.5 * cosTurns(turns));
            }
        }
        double mean = sum / (d - 1.0);
        return mean * mean;
    }

    /** f19. */
    private static final class GriewankRosenbrock extends BbobFunction {

        private final Matrix matrix;

        GriewankRosenbrock(BbobId id) {
            this(id, ModerateFunctions.valleyScale(id.dimension()), id.rotation());
        }

        private GriewankRosenbrock(BbobId id, double factor, double[][] rotation) {
            super(ModerateFunctions.preimageOfOnes(rotation, factor), id.optimalValue());
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
            return griewankRosenbrock(work, 0, dimension) + optimalValue;
        }
    }

    /** Griewank of the Rosenbrock terms of {@code z[at .. at + d)}. */
    static double griewankRosenbrock(double[] z, int at, int d) {
        double sum = 0.0;
        for (int i = at; i < at + d - 1; i++) {
            double a = z[i] * z[i] - z[i + 1];
            double b = 1.0 - z[i];
            double s = 100.0 * a * a + b * b;
            sum += s / 4000.0 - cosTurns(PER_TURN * s);
        }
        return 10.0 + 10.0 * sum / (d - 1.0);
    }
}
