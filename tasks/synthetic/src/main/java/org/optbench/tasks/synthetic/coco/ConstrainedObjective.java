package org.optbench.tasks.synthetic.coco;

import java.util.Arrays;

/**
 * The objectives of bbob-constrained before they are bent: functions of bbob without their non-linear transformations,
 * whose unconstrained optimum is not at the origin.
 */
abstract class ConstrainedObjective {

    final double[] optimum;
    final double optimalValue;

    ConstrainedObjective(double[] optimum, double optimalValue) {
        this.optimum = optimum;
        this.optimalValue = optimalValue;
    }

    /** Builds the objective of a type: 0 sphere .. 8 rotated Rastrigin. */
    static ConstrainedObjective of(int type, int d, long seed, double optimalValue) {
        double[] x = LegacyRandom.optimum(d, seed);
        double[] million = Matrix.powers(1e6, d);
        return switch (type) {
            case 0 -> new Quadratic(x, optimalValue, ones(d, 1.0, 1.0), new double[0][]);
            case 1 -> new Quadratic(x, optimalValue, million, new double[0][]);
            case 2 -> new Slope(x, optimalValue);
            case 3 -> new Quadratic(x, optimalValue, million, rotation(d, seed));
            case 4 -> new Quadratic(x, optimalValue, ones(d, 1e6, 1.0), rotation(d, seed));
            case 5 -> new Quadratic(LegacyRandom.optimum(d, seed + 1_000_000L), optimalValue, ones(d, 1.0, 1e6), rotation(d, seed));
            case 6 -> new DifferentPowers(x, optimalValue, rotation(d, seed));
            case 7 -> new Rastrigin(integers(d, seed), optimalValue, new double[0][]);
            default -> new Rastrigin(integers(d, seed), optimalValue, rotation(d, seed));
        };
    }

    private static double[][] rotation(int d, long seed) {
        return LegacyRandom.rotation(d, seed + 1_000_000L);
    }

    private static double[] ones(int d, double first, double rest) {
        double[] weight = new double[d];
        Arrays.fill(weight, rest);
        weight[0] = first;
        return weight;
    }

    /** Uniform integers of -4 .. 4, not all 0. */
    private static double[] integers(int d, long seed) {
        double[] x = LegacyRandom.uniform(d, seed);
        boolean zero = true;
        for (int i = 0; i < d; i++) {
            x[i] = (int) (10.0 * x[i] - 5.0);
            zero &= x[i] == 0.0;
        }
        for (int i = 0; zero && i < d; i++) {
            x[i] = i % 9 - 4;
        }
        return x;
    }

    abstract double value(double[] u);

    abstract double[] gradientAtOrigin();

    /** {@code rows (u - optimum)}, or the difference itself without rows. */
    final double[] difference(double[] u, double[][] rows) {
        double[] z = new double[u.length];
        for (int i = 0; i < z.length; i++) {
            if (rows.length == 0) {
                z[i] = u[i] - optimum[i];
            } else {
                for (int j = 0; j < z.length; j++) {
                    z[i] += rows[i][j] * (u[j] - optimum[j]);
                }
            }
        }
        return z;
    }

    /** {@code rows' y}, or y itself without rows. */
    static double[] transposed(double[][] rows, double[] y) {
        if (rows.length == 0) {
            return y;
        }
        double[] v = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                v[j] += rows[i][j] * y[i];
            }
        }
        return v;
    }

    private static final class Quadratic extends ConstrainedObjective {

        private final double[] weight;
        private final double[][] rows;

        Quadratic(double[] optimum, double optimalValue, double[] weight, double[][] rows) {
            super(optimum, optimalValue);
            this.weight = weight;
            this.rows = rows;
        }

        @Override
        double value(double[] u) {
            double[] z = difference(u, rows);
            double sum = 0.0;
            for (int i = 0; i < z.length; i++) {
                sum += weight[i] * z[i] * z[i];
            }
            return sum + optimalValue;
        }

        @Override
        double[] gradientAtOrigin() {
            double[] z = difference(new double[optimum.length], rows);
            for (int i = 0; i < z.length; i++) {
                z[i] *= 2.0 * weight[i];
            }
            return transposed(rows, z);
        }
    }

    private static final class Slope extends ConstrainedObjective {

        private final double[] slope;

        Slope(double[] x, double optimalValue) {
            super(x, optimalValue);
            slope = Matrix.powers(10.0, x.length);
            for (int i = 0; i < x.length; i++) {
                if (x[i] > 0.0) {
                    optimum[i] = 5.0;
                } else {
                    optimum[i] = -5.0;
                    slope[i] = -slope[i];
                }
            }
        }

        @Override
        double value(double[] u) {
            double sum = 0.0;
            for (int i = 0; i < u.length; i++) {
                sum += 5.0 * Math.abs(slope[i]) - slope[i] * (u[i] * optimum[i] >= 25.0 ? optimum[i] : u[i]);
            }
            return sum + optimalValue;
        }

        @Override
        double[] gradientAtOrigin() {
            double[] g = new double[slope.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = -slope[i];
            }
            return g;
        }
    }

    private static final class DifferentPowers extends ConstrainedObjective {

        private static final double DISTANCE = 1e-2;

        private final double[][] rows;

        DifferentPowers(double[] x, double optimalValue, double[][] rows) {
            super(x, optimalValue);
            this.rows = rows;
            double sum = 0.0;
            for (double v : x) {
                sum += v * v;
            }
            double factor = DISTANCE / Math.sqrt(sum);
            for (int i = 0; i < x.length; i++) {
                optimum[i] *= factor;
            }
        }

        private double exponent(int i) {
            return 2.0 + 4.0 * i / (optimum.length - 1.0);
        }

        @Override
        double value(double[] u) {
            double[] z = difference(u, rows);
            double sum = 0.0;
            for (int i = 0; i < z.length; i++) {
                sum += StrictMath.pow(Math.abs(z[i]), exponent(i));
            }
            return Math.sqrt(sum) + optimalValue;
        }

        /** Up to a positive factor, which does not matter where it is used. */
        @Override
        double[] gradientAtOrigin() {
            double[] z = difference(new double[optimum.length], rows);
            for (int i = 0; i < z.length; i++) {
                z[i] = exponent(i) * Math.signum(z[i]) * StrictMath.pow(Math.abs(z[i]), exponent(i) - 1.0);
            }
            return transposed(rows, z);
        }
    }

    private static final class Rastrigin extends ConstrainedObjective {

        private final double[][] rows;

        Rastrigin(double[] optimum, double optimalValue, double[][] rows) {
            super(optimum, optimalValue);
            this.rows = rows;
        }

        /** {@code rows u - optimum}: the rotation leaves the origin on a local minimum. */
        private double[] rotatedDifference(double[] u) {
            double[] z = new double[u.length];
            for (int i = 0; i < z.length; i++) {
                double sum = rows.length == 0 ? u[i] : 0.0;
                for (int j = 0; j < u.length && rows.length > 0; j++) {
                    sum += rows[i][j] * u[j];
                }
                z[i] = sum - optimum[i];
            }
            return z;
        }

        @Override
        double value(double[] u) {
            double[] z = rotatedDifference(u);
            double cosines = 0.0;
            double squares = 0.0;
            for (double v : z) {
                cosines += Elementary.cosTurns(v);
                squares += v * v;
            }
            return 10.0 * (z.length - cosines) + squares + optimalValue;
        }

        @Override
        double[] gradientAtOrigin() {
            double[] z = rotatedDifference(new double[optimum.length]);
            for (int i = 0; i < z.length; i++) {
                z[i] = 2.0 * (10.0 * Math.PI * StrictMath.sin(2.0 * Math.PI * z[i]) + z[i]);
            }
            return transposed(rows, z);
        }
    }
}
