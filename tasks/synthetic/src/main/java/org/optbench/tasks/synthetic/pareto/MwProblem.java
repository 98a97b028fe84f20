package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MW1 to MW14 (Z. Ma, Y. Wang: Evolutionary Constrained Multiobjective Optimization: Test Suite Construction and Performance Comparisons, IEEE TEC
 * 23(6), 2019). MW4, MW8 and MW14 have three objectives, the others two.
 */
final class MwProblem extends ParetoProblem {

    private static final double SQRT2 = Math.sqrt(2.0);
    private static final double[][] REFERENCE = {{1.1, 1.1}, {1.1, 1.1}, {1.1, 1.1}, {1.1, 1.1, 1.1}, {1.1, 1.1}, {1.2, 1.2}, {1.3, 1.3},
            {1.1, 1.1, 1.1}, {1.1, 1.1}, {1.2, 1.2}, {2.2, 2.2}, {1.5, 1.1}, {1.7, 5.0}, {1.7, 1.7, 6.5}};
    private static final int[] CONSTRAINTS = {1, 1, 2, 1, 3, 1, 2, 1, 1, 3, 4, 2, 2, 1};

    private static final double LEAST_DISTANCE = 1.0;
    private static final double MOST_DISTANCE = 2.5;
    private static final int SCAN = 300;
    private static final double FEASIBLE = 1e-8;

    private final int number;

    MwProblem(int number, int dimension) {
        super("mw" + number, filled(dimension, 0.0), filled(dimension, upper(number)), CONSTRAINTS[number - 1], REFERENCE[number - 1]);
        this.number = number;
    }

    private static double upper(int number) {
        return switch (number) {
            case 6 -> 1.1;
            case 11 -> SQRT2;
            case 13, 14 -> 1.5;
            default -> 1.0;
        };
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        double distance = distance(x, f.length);
        objectives(x, distance, f);
        constrain(f, g);
    }

    private double distance(double[] x, int m) {
        int d = x.length;
        double sum = 1.0;
        for (int i = m - 1; i < d; i++) {
            sum += switch (number) {
                case 1, 4, 5, 9, 12 -> {
                    double z = StrictMath.pow(x[i], d - m) - 0.5 - i / (2.0 * d);
                    yield 1.0 - StrictMath.exp(-10.0 * z * z);
                }
                case 2, 6, 8, 10, 13 -> {
                    double a = x[i] - (double) i / d;
                    double z = 1.0 - StrictMath.exp(-10.0 * a * a);
                    yield 0.1 / d * z * z + 1.5 - 1.5 * StrictMath.cos(2.0 * Math.PI * z);
                }
                default -> {
                    double before = x[i - 1] - 0.5;
                    double z = x[i] + before * before - 1.0;
                    yield 2.0 * z * z;
                }
            };
        }
        return sum;
    }

    /** The objectives from the position {@code x[0 .. m - 2]} and the distance. */
    private void objectives(double[] x, double distance, double[] f) {
        int m = f.length;
        switch (number) {
            case 4, 8 -> {
                for (int i = 0; i < m; i++) {
                    double value = distance;
                    for (int j = 0; j < m - 1 - i; j++) {
                        value *= number == 4 ? 1.0 - x[j] : StrictMath.cos(0.5 * Math.PI * x[j]);
                    }
                    if (i > 0) {
                        double edge = x[m - 1 - i];
                        value *= number == 4 ? edge : StrictMath.sin(0.5 * Math.PI * edge);
                    }
                    f[i] = value;
                }
            }
            case 14 -> {
                double sum = 0.0;
                for (int i = 0; i < m - 1; i++) {
                    f[i] = x[i];
                    sum += 6.0 - StrictMath.exp(x[i]) - 1.5 * StrictMath.sin(1.1 * Math.PI * x[i] * x[i]);
                }
                f[m - 1] = distance / (m - 1) * sum;
            }
            case 1, 2, 3 -> {
                f[0] = x[0];
                f[1] = distance - (number == 1 ? 0.85 : 1.0) * x[0];
            }
            default -> {
                double t = number == 10 ? StrictMath.pow(x[0], dimension()) : x[0];
                f[0] = distance * t;
                f[1] = distance * edge(t);
            }
        }
    }

    /** The second objective of the unconstrained front as a function of the first. */
    private double edge(double t) {
        return switch (number) {
            case 5, 7 -> Math.sqrt(Math.max(0.0, 1.0 - t * t));
            case 6 -> Math.sqrt(Math.max(0.0, 1.1 * 1.1 - t * t));
            case 9 -> 1.0 - StrictMath.pow(t, 0.6);
            case 10 -> 1.0 - t * t;
            case 11 -> Math.sqrt(Math.max(0.0, 2.0 - t * t));
            case 12 -> 0.85 - 0.8 * t - 0.08 * Math.abs(StrictMath.sin(3.2 * Math.PI * t));
            default -> 5.0 - StrictMath.exp(t) - Math.abs(0.5 * StrictMath.sin(3.0 * Math.PI * t));
        };
    }

    private static double sine(double b, double theta) {
        return StrictMath.sin(b * theta);
    }

    private void constrain(double[] f, double[] g) {
        double a = f[0];
        double b = f[1];
        double length = SQRT2 * (b - a);
        double squares = a * a + b * b;
        double angle = a == 0.0 ? 0.5 * Math.PI : StrictMath.atan(b / a);
        switch (number) {
            case 1 -> g[0] = a + b - 1.0 - 0.5 * StrictMath.pow(sine(2.0 * Math.PI, length), 8.0);
            case 2 -> g[0] = a + b - 1.0 - 0.5 * StrictMath.pow(sine(3.0 * Math.PI, length), 8.0);
            case 3 -> {
                g[0] = a + b - 1.05 - 0.45 * StrictMath.pow(sine(0.75 * Math.PI, length), 6.0);
                g[1] = 0.85 - a - b + 0.3 * StrictMath.pow(sine(0.75 * Math.PI, length), 2.0);
            }
            case 4 -> {
                double last = f[f.length - 1];
                double sum = Arrays.stream(f).sum();
                g[0] = sum - 1.0 - 0.4 * StrictMath.pow(sine(2.5 * Math.PI, last - (sum - last)), 8.0);
            }
            case 5 -> {
                double t = 0.5 * Math.PI - 2.0 * Math.abs(angle - 0.25 * Math.PI);
                double wave = sine(6.0, t * t * t);
                g[0] = squares - square(1.7 - 0.2 * sine(2.0, angle));
                g[1] = square(1.0 + 0.5 * wave) - squares;
                g[2] = square(1.0 - 0.45 * wave) - squares;
            }
            case 6 -> {
                double wave = StrictMath.pow(StrictMath.cos(6.0 * StrictMath.pow(angle, 4.0)), 10.0);
                g[0] = square(a / (1.0 + 0.15 * wave)) + square(b / (1.0 + 0.75 * wave)) - 1.0;
            }
            case 7 -> {
                g[0] = squares - square(1.2 + Math.abs(0.4 * StrictMath.pow(sine(4.0, angle), 16.0)));
                g[1] = square(1.15 - 0.2 * StrictMath.pow(sine(4.0, angle), 8.0)) - squares;
            }
            case 8 -> {
                double all = Arrays.stream(f).map(v -> v * v).sum();
                double wave = sine(6.0, StrictMath.asin(f[f.length - 1] / Math.sqrt(all)));
                g[0] = all - square(1.25 - 0.5 * wave * wave);
            }
            case 9 -> {
                double first = (1.0 - 0.64 * a * a - b) * (1.0 - 0.36 * a * a - b);
                double second = (square(1.35) - square(a + 0.35) - b) * (square(1.15) - square(a + 0.15) - b);
                g[0] = Math.min(first, second);
            }
            case 10 -> {
                g[0] = -(2.0 - 4.0 * a * a - b) * (2.0 - 8.0 * a * a - b);
                g[1] = (2.0 - 2.0 * a * a - b) * (2.0 - 16.0 * a * a - b);
                g[2] = (1.0 - a * a - b) * (1.2 - 1.2 * a * a - b);
            }
            case 11 -> {
                g[0] = -(3.0 - a * a - b) * (3.0 - 2.0 * a * a - b);
                g[1] = (3.0 - 0.625 * a * a - b) * (3.0 - 7.0 * a * a - b);
                g[2] = -(1.62 - 0.18 * a * a - b) * (1.125 - 0.125 * a * a - b);
                g[3] = (2.07 - 0.23 * a * a - b) * (0.63 - 0.07 * a * a - b);
            }
            case 12 -> {
                double turn = 2.0 * Math.PI;
                g[0] = -(1.0 - 0.625 * a - b + 0.08 * sine(turn, b - a / 1.6)) * (1.4 - 0.875 * a - b + 0.08 * sine(turn, b / 1.4 - a / 1.6));
                g[1] = (1.0 - 0.8 * a - b + 0.08 * sine(turn, b - a / 1.5)) * (1.8 - 1.125 * a - b + 0.08 * sine(turn, b / 1.8 - a / 1.6));
            }
            case 13 -> {
                double base = 5.0 - 0.5 * sine(3.0 * Math.PI, a) - b;
                g[0] = -(base - (1.0 + a + 0.5 * a * a)) * (base - (1.0 + 0.7 * a));
                g[1] = (base - StrictMath.exp(a)) * (base - (1.0 + 0.4 * a));
            }
            default -> {
                int m = f.length;
                double sum = 0.0;
                for (int i = 0; i < m - 1; i++) {
                    sum += 6.1 - 1.0 - f[i] - 0.5 * f[i] * f[i] - 1.5 * StrictMath.sin(1.1 * Math.PI * f[i] * f[i]);
                }
                g[0] = f[m - 1] - sum / (m - 1);
            }
        }
    }

    private static double square(double v) {
        return v * v;
    }

    /**
     * The front by construction: along each position, the smallest distance at which the constraints hold, then the non-dominated of these. The
     * constraints are functions of the objectives alone, and every distance from 1 on is attained.
     */
    @Override
    public double[][] front(int points) {
        int m = objectives();
        double[][] positions = Fronts.grid(m == 2 ? 4 * points : 6 * points, m - 1);
        double[] x = new double[dimension()];
        List<double[]> found = new ArrayList<>();
        for (double[] position : positions) {
            for (int i = 0; i < m - 1; i++) {
                x[i] = number == 10 ? StrictMath.pow(position[i], 1.0 / dimension()) : position[i] * upper(number);
            }
            double distance = firstFeasible(x);
            if (!Double.isNaN(distance)) {
                double[] f = new double[m];
                objectives(x, distance, f);
                found.add(f);
            }
        }
        return Fronts.nonDominated(found.toArray(double[][]::new));
    }

    /**
     * The smallest distance at which every constraint holds: 1, or where one of them changes its sign. Changes are bracketed by a scan and refined by
     * bisection one by one, so that the thin strips of MW12 are not stepped over. NaN when there is none.
     */
    private double firstFeasible(double[] x) {
        double[] before = constraintsAt(x, LEAST_DISTANCE);
        if (worst(before) <= 0.0) {
            return LEAST_DISTANCE;
        }
        for (int step = 1; step <= SCAN; step++) {
            double to = LEAST_DISTANCE + (MOST_DISTANCE - LEAST_DISTANCE) * step / SCAN;
            double from = LEAST_DISTANCE + (MOST_DISTANCE - LEAST_DISTANCE) * (step - 1) / SCAN;
            double[] after = constraintsAt(x, to);
            double best = Double.NaN;
            for (int j = 0; j < after.length; j++) {
                if (before[j] > 0.0 && after[j] <= 0.0) {
                    int constraint = j;
                    double at = Fronts.firstFeasible(from, to, 1, t -> constraintsAt(x, t)[constraint] <= 0.0);
                    if (worst(constraintsAt(x, at)) <= FEASIBLE && !(at >= best)) {
                        best = at;
                    }
                }
            }
            if (!Double.isNaN(best)) {
                return best;
            }
            before = after;
        }
        return Double.NaN;
    }

    private double[] constraintsAt(double[] x, double distance) {
        double[] f = new double[objectives()];
        double[] g = new double[constraints()];
        objectives(x, distance, f);
        constrain(f, g);
        return g;
    }

    private static double worst(double[] g) {
        return Arrays.stream(g).max().orElseThrow();
    }
}
