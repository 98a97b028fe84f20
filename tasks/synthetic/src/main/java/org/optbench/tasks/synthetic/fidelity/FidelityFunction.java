package org.optbench.tasks.synthetic.fidelity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.Direction;

/**
 * Functions of two fidelities from the literature (S. Xiong, P. Z. G. Qian, C. F. J. Wu: Sequential Design and Analysis of High-Accuracy and
 * Low-Accuracy Computer Codes, Technometrics 55(1), 2013; A. Forrester, A. Sobester, A. Keane: Engineering Design via Surrogate Modelling, 2008;
 * K. Kandasamy et al.: Multi-fidelity Bayesian Optimisation with Continuous Approximations, ICML 2017), to be optimised at the high one. A level s of
 * [0.1, 1] mixes them: the low one alone at 0.1, the high one alone at 1.
 */
enum FidelityFunction {
    BRANIN(Direction.MINIMIZE, 308.0, new double[]{-5.0, 0.0}, new double[]{10.0, 15.0}, new double[]{Math.PI, 2.275}) {
        @Override
        double high(double[] x) {
            return branin(x, 5.1 / (4.0 * Math.PI * Math.PI), 5.0 / Math.PI, 1.0 / (8.0 * Math.PI));
        }

        /** Kandasamy et al. 2017 at the lowest of its three fidelities. */
        @Override
        double low(double[] x) {
            return branin(x, 5.1 / (4.0 * Math.PI * Math.PI) - 0.01, 5.0 / Math.PI - 0.1, 1.0 / (8.0 * Math.PI) + 0.05);
        }
    },
    CURRIN(Direction.MAXIMIZE, 13.8, new double[]{0.0, 0.0}, new double[]{1.0, 1.0}, new double[]{0.2166666667326465, 0.0}) {
        @Override
        double high(double[] x) {
            double decay = x[1] == 0.0 ? 0.0 : StrictMath.exp(-0.5 / x[1]);
            double t = x[0];
            return (1.0 - decay) * (2300.0 * t * t * t + 1900.0 * t * t + 2092.0 * t + 60.0) / (100.0 * t * t * t + 500.0 * t * t + 4.0 * t + 20.0);
        }

        @Override
        double low(double[] x) {
            double below = Math.max(0.0, x[1] - 0.05);
            return 0.25 * (high(new double[]{x[0] + 0.05, x[1] + 0.05}) + high(new double[]{x[0] + 0.05, below})
                    + high(new double[]{x[0] - 0.05, x[1] + 0.05}) + high(new double[]{x[0] - 0.05, below}));
        }
    },
    PARK1(Direction.MAXIMIZE, 25.6, box(4, 0.0), box(4, 1.0), box(4, 1.0)) {
        @Override
        double high(double[] x) {
            double a = Math.max(x[0], 1e-12);
            return 0.5 * a * (Math.sqrt(1.0 + (x[1] + x[2] * x[2]) * x[3] / (a * a)) - 1.0)
                    + (a + 3.0 * x[3]) * StrictMath.exp(1.0 + StrictMath.sin(x[2]));
        }

        @Override
        double low(double[] x) {
            return (1.0 + StrictMath.sin(x[0]) / 10.0) * high(x) - 2.0 * x[0] + x[1] * x[1] + x[2] * x[2] + 0.5;
        }
    },
    PARK2(Direction.MAXIMIZE, 6.0, box(4, 0.0), box(4, 1.0), new double[]{1.0, 1.0, 1.0, 0.0}) {
        @Override
        double high(double[] x) {
            return 2.0 / 3.0 * StrictMath.exp(x[0] + x[1]) - x[3] * StrictMath.sin(x[2]) + x[2];
        }

        @Override
        double low(double[] x) {
            return 1.2 * high(x) - 1.0;
        }
    },
    BOREHOLE(Direction.MAXIMIZE, 310.0, new double[]{0.05, 100.0, 63_070.0, 990.0, 63.1, 700.0, 1120.0, 9855.0},
            new double[]{0.15, 50_000.0, 115_600.0, 1110.0, 116.0, 820.0, 1680.0, 12_045.0},
            new double[]{0.15, 100.0, 115_600.0, 1110.0, 116.0, 700.0, 1120.0, 12_045.0}) {
        @Override
        double high(double[] x) {
            return borehole(x, 2.0 * Math.PI, 1.0);
        }

        @Override
        double low(double[] x) {
            return borehole(x, 5.0, 1.5);
        }
    },
    FORRESTER(Direction.MINIMIZE, 21.9, new double[]{0.0}, new double[]{1.0}, new double[]{0.7572487585135235}) {
        @Override
        double high(double[] x) {
            double a = 6.0 * x[0] - 2.0;
            return a * a * StrictMath.sin(12.0 * x[0] - 4.0);
        }

        @Override
        double low(double[] x) {
            return 0.5 * high(x) + 10.0 * (x[0] - 0.5) - 5.0;
        }
    };

    private final Direction direction;
    private final double range;
    private final double[] lower;
    private final double[] upper;
    private final double[] optimum;

    FidelityFunction(Direction direction, double range, double[] lower, double[] upper, double[] optimum) {
        this.direction = direction;
        this.range = range;
        this.lower = lower;
        this.upper = upper;
        this.optimum = optimum;
    }

    private static double[] box(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }

    private static double branin(double[] x, double b, double c, double t) {
        double a = x[1] - b * x[0] * x[0] + c * x[0] - 6.0;
        return a * a + 10.0 * (1.0 - t) * StrictMath.cos(x[0]) + 10.0;
    }

    private static double borehole(double[] x, double factor, double one) {
        double log = StrictMath.log(x[1] / x[0]);
        return factor * x[2] * (x[3] - x[5]) / (log * (one + 2.0 * x[6] * x[2] / (log * x[0] * x[0] * x[7]) + x[2] / x[4]));
    }

    /** The function itself. */
    abstract double high(double[] x);

    /** The published approximation. */
    abstract double low(double[] x);

    Direction direction() {
        return direction;
    }

    /** About the difference between the largest and the smallest value. */
    double range() {
        return range;
    }

    double[] lower() {
        return lower.clone();
    }

    double[] upper() {
        return upper.clone();
    }

    /** Where the high fidelity is best, array shape {@code [d]}. */
    double[] optimum() {
        return optimum.clone();
    }

    int dimension() {
        return lower.length;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FidelityFunction> named(String id) {
        return Stream.of(values()).filter(function -> function.id().equals(id)).findFirst();
    }

    /**
     * The value at a level.
     *
     * @param share 0 for the low fidelity, 1 for the high one
     */
    double value(double[] x, double share, Quality quality, double halfNormal) {
        double high = high(x);
        if (share == 1.0) {
            return high;
        }
        double noise = quality.noise() * range * halfNormal;
        double biased = high + quality.bias() * (1.0 - share) * (low(x) - high);
        return biased + (direction == Direction.MINIMIZE ? 1.0 : -1.0) * (1.0 - share) * noise;
    }
}
