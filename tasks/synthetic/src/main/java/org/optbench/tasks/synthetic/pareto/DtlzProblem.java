package org.optbench.tasks.synthetic.pareto;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * DTLZ1 to DTLZ7 (K. Deb, L. Thiele, M. Laumanns, E. Zitzler: Scalable Test Problems for Evolutionary Multiobjective Optimization, 2005) and their
 * constrained forms C1-DTLZ1, C1-DTLZ3, C2-DTLZ2, C3-DTLZ1, C3-DTLZ4 (H. Jain, K. Deb: An Evolutionary Many-Objective Optimization Algorithm Using
 * Reference-Point Based Nondominated Sorting Approach, Part II, IEEE TEC 18(4), 2014).
 */
final class DtlzProblem extends ParetoProblem {

    private static final double BIAS = 100.0;

    private final int number;
    private final Constrained constrained;

    /** The kind of constraints. */
    enum Constrained {
        NONE(""), C1("c1"), C2("c2"), C3("c3");

        private final String prefix;

        Constrained(String prefix) {
            this.prefix = prefix;
        }

        /** Beginning of the names. */
        String prefix() {
            return prefix;
        }
    }

    DtlzProblem(int number, Constrained constrained, int objectives, int dimension) {
        super(constrained.prefix() + "dtlz" + number, filled(dimension, 0.0), filled(dimension, 1.0),
                constrained == Constrained.NONE ? 0 : constrained == Constrained.C3 ? objectives : 1,
                filled(objectives, reference(number, constrained)));
        this.number = number;
        this.constrained = constrained;
    }

    private static double reference(int number, Constrained constrained) {
        return switch (number) {
            case 1 -> 400.0;
            case 3 -> 10_000.0;
            case 5, 6 -> 11.0;
            case 7 -> 20.0;
            default -> constrained == Constrained.C3 ? 2.2 : 1.1;
        };
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        int m = f.length;
        double distance = distance(x, m);
        if (number == 7) {
            disconnected(x, f, distance);
        } else {
            for (int i = 0; i < m; i++) {
                double value = number == 1 ? 0.5 * (1.0 + distance) : 1.0 + distance;
                for (int j = 0; j < m - 1 - i; j++) {
                    value *= number == 1 ? x[j] : StrictMath.cos(angle(x, j, distance));
                }
                if (i > 0) {
                    int j = m - 1 - i;
                    value *= number == 1 ? 1.0 - x[j] : StrictMath.sin(angle(x, j, distance));
                }
                f[i] = value;
            }
        }
        constrain(f, g);
    }

    private double distance(double[] x, int m) {
        double sum = 0.0;
        for (int i = m - 1; i < x.length; i++) {
            double z = x[i] - 0.5;
            sum += switch (number) {
                case 1, 3 -> 1.0 + z * z - StrictMath.cos(20.0 * Math.PI * z);
                case 6 -> StrictMath.pow(x[i], 0.1);
                case 7 -> x[i];
                default -> z * z;
            };
        }
        return switch (number) {
            case 1, 3 -> 100.0 * sum;
            case 7 -> 1.0 + 9.0 / (x.length - m + 1) * sum;
            default -> sum;
        };
    }

    private double angle(double[] x, int j, double distance) {
        double share = switch (number) {
            case 4 -> StrictMath.pow(x[j], BIAS);
            case 5, 6 -> j == 0 ? x[0] : (1.0 + 2.0 * distance * x[j]) / (2.0 * (1.0 + distance));
            default -> x[j];
        };
        return 0.5 * Math.PI * share;
    }

    private static void disconnected(double[] x, double[] f, double distance) {
        int m = f.length;
        double h = m;
        for (int i = 0; i < m - 1; i++) {
            f[i] = x[i];
            h -= x[i] / (1.0 + distance) * (1.0 + StrictMath.sin(3.0 * Math.PI * x[i]));
        }
        f[m - 1] = (1.0 + distance) * h;
    }

    private void constrain(double[] f, double[] g) {
        int m = f.length;
        double sum = 0.0;
        double squares = 0.0;
        for (double v : f) {
            sum += v;
            squares += v * v;
        }
        switch (constrained) {
            case NONE -> {
            }
            case C1 -> {
                double r = m < 5 ? 9.0 : m <= 12 ? 12.5 : 15.0;
                g[0] = number == 1 ? f[m - 1] / 0.6 + (sum - f[m - 1]) / 0.5 - 1.0 : -(squares - 16.0) * (squares - r * r);
            }
            case C2 -> g[0] = nearestBall(f, squares, m == 2 ? 0.2 : m == 3 ? 0.4 : 0.5);
            case C3 -> {
                for (int i = 0; i < m; i++) {
                    g[i] = number == 1 ? 1.0 - f[i] / 0.5 - (sum - f[i]) : 1.0 - f[i] * f[i] / 4.0 - (squares - f[i] * f[i]);
                }
            }
        }
    }

    /** Squared distance to the nearest of the balls at the corners and in the middle of the front, less the squared radius. */
    private static double nearestBall(double[] f, double squares, double radius) {
        double middle = 1.0 / Math.sqrt(f.length);
        double nearest = 0.0;
        for (double v : f) {
            nearest += (v - middle) * (v - middle);
        }
        for (double v : f) {
            nearest = Math.min(nearest, (v - 1.0) * (v - 1.0) + squares - v * v);
        }
        return nearest - radius * radius;
    }

    @Override
    public double[][] front(int points) {
        int m = objectives();
        return switch (number) {
            case 1 -> constrained == Constrained.C3 ? scaled(Fronts.simplex(points, m), w -> 1.0 / (1.0 + least(w)))
                    : scaled(Fronts.simplex(points, m), _ -> 0.5);
            case 5, 6 -> degenerate(points, m);
            case 7 -> disconnectedFront(points, m);
            default -> switch (constrained) {
                case C2 -> feasible(Fronts.sphere(points, m));
                case C3 -> scaled(Fronts.sphere(points, m), w -> 1.0 / Math.sqrt(1.0 - 0.75 * greatestSquare(w)));
                case NONE, C1 -> Fronts.sphere(points, m);
            };
        };
    }

    private static double least(double[] w) {
        return Arrays.stream(w).min().orElseThrow();
    }

    private static double greatestSquare(double[] w) {
        double greatest = Arrays.stream(w).max().orElseThrow();
        return greatest * greatest;
    }

    private static double[][] scaled(double[][] directions, ToDoubleFunction<double[]> length) {
        for (double[] w : directions) {
            double factor = length.applyAsDouble(w);
            for (int i = 0; i < w.length; i++) {
                w[i] *= factor;
            }
        }
        return Fronts.nonDominated(directions);
    }

    private double[][] feasible(double[][] candidates) {
        double[] g = new double[constraints()];
        return Arrays.stream(candidates).filter(f -> {
            constrain(f, g);
            return g[0] <= 0.0;
        }).toArray(double[][]::new);
    }

    /** The curve of DTLZ5 and DTLZ6: all angles but the first are 45 degrees. */
    private static double[][] degenerate(int points, int m) {
        double[][] front = new double[points][m];
        double half = Math.sqrt(0.5);
        for (int k = 0; k < points; k++) {
            double t = 0.5 * Math.PI * k / (points - 1.0);
            for (int i = 0; i < m; i++) {
                double value = i == m - 1 ? StrictMath.sin(t) : StrictMath.cos(t);
                int cosines = Math.max(0, m - 2 - i);
                for (int j = 0; j < cosines; j++) {
                    value *= half;
                }
                front[k][i] = i > 0 && i < m - 1 ? value * half : value;
            }
        }
        return Fronts.nonDominated(front);
    }

    private static double[][] disconnectedFront(int points, int m) {
        double[][] x = Fronts.grid(8 * points, m - 1);
        double[][] f = new double[x.length][m];
        for (int i = 0; i < x.length; i++) {
            disconnected(x[i], f[i], 1.0);
        }
        return Fronts.nonDominated(f);
    }
}
