package org.optbench.tasks.synthetic.pareto;

import java.util.Arrays;

/**
 * Minimises one objective of a problem under limits on all and its own constraints, near a start: the method of multipliers (Hestenes 1969,
 * Powell 1969) around spectral projected gradients (Birgin, Martinez, Raydan 2000) in the unit cube, with central differences.
 */
final class EpsilonConstraint {

    private static final int ROUNDS = 20;
    private static final int STEPS = 120;
    private static final double DIFFERENCE = 1e-6;
    private static final double MARGIN = 1e-10;

    private final ParetoProblem problem;
    private final int objective;
    private final double[] lower;
    private final double[] width;
    private final double[] limit;
    private final double[] scale;
    private final double[] f;
    private final double[] g;
    private final double[] multiplier;
    private final double[] residual;
    private double penalty = 10.0;

    /**
     * @param objective the one to be minimised
     * @param limit     limits on all objectives, infinite for none
     * @param scale     width of the front in each objective
     */
    EpsilonConstraint(ParetoProblem problem, int objective, double[] limit, double[] scale) {
        this.problem = problem;
        this.objective = objective;
        lower = problem.lower();
        width = problem.upper();
        for (int i = 0; i < width.length; i++) {
            width[i] -= lower[i];
        }
        this.limit = limit.clone();
        this.scale = scale.clone();
        f = new double[problem.objectives()];
        g = new double[problem.constraints()];
        multiplier = new double[f.length + g.length];
        residual = new double[multiplier.length];
    }

    /** The best feasible decision vector met, or the start. Variables named by {@code fixed} stay. */
    double[] solve(double[] start, boolean[] fixed) {
        double[] u = new double[start.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = (start[i] - lower[i]) / width[i];
        }
        double[] best = start;
        double bestValue = start(start);
        for (int round = 0; round < ROUNDS; round++) {
            u = descend(u, fixed);
            double[] x = decode(u);
            evaluate(x);
            double violation = 0.0;
            for (int i = 0; i < residual.length; i++) {
                if (residual[i] == Double.NEGATIVE_INFINITY) {
                    continue;
                }
                violation = Math.max(violation, residual[i]);
                multiplier[i] = Math.max(0.0, multiplier[i] + penalty * residual[i]);
            }
            if (violation <= MARGIN && f[objective] < bestValue) {
                best = x;
                bestValue = f[objective];
            }
            penalty = Math.min(penalty * 2.0, 1e5);
        }
        return best;
    }

    private double start(double[] x) {
        evaluate(x);
        return Arrays.stream(residual).allMatch(r -> r <= MARGIN) ? f[objective] : Double.POSITIVE_INFINITY;
    }

    private double[] decode(double[] u) {
        double[] x = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            x[i] = lower[i] + width[i] * u[i];
        }
        return x;
    }

    private void evaluate(double[] x) {
        problem.evaluate(x, f, g);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = MARGIN + (i < limit.length ? (f[i] - limit[i]) / scale[i] : g[i - limit.length]);
        }
    }

    private double lagrangian(double[] u) {
        evaluate(decode(u));
        double sum = f[objective] / scale[objective];
        for (int i = 0; i < residual.length; i++) {
            double t = Math.max(0.0, multiplier[i] + penalty * residual[i]);
            sum += (t * t - multiplier[i] * multiplier[i]) / (2.0 * penalty);
        }
        return sum;
    }

    private double[] gradient(double[] u, boolean[] fixed) {
        double[] gradient = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            if (!fixed[i]) {
                double[] v = u.clone();
                v[i] = Math.min(1.0, u[i] + DIFFERENCE);
                double up = v[i];
                double high = lagrangian(v);
                v[i] = Math.max(0.0, u[i] - DIFFERENCE);
                gradient[i] = (high - lagrangian(v)) / (up - v[i]);
            }
        }
        return gradient;
    }

    private double[] descend(double[] start, boolean[] fixed) {
        double[] u = start;
        double[] gradient = gradient(u, fixed);
        double value = lagrangian(u);
        double[] recent = ParetoProblem.filled(10, value);
        double step = 1e-2;
        for (int s = 0; s < STEPS; s++) {
            double[] direction = new double[u.length];
            double slope = 0.0;
            double length = 0.0;
            for (int i = 0; i < u.length; i++) {
                direction[i] = Math.clamp(u[i] - step * gradient[i], 0.0, 1.0) - u[i];
                slope += direction[i] * gradient[i];
                length = Math.max(length, Math.abs(direction[i]));
            }
            if (length < 1e-11) {
                return u;
            }
            double worst = Arrays.stream(recent).max().orElseThrow();
            double alpha = 1.0;
            double[] next = move(u, direction, alpha);
            double nextValue = lagrangian(next);
            while (nextValue > worst + 1e-4 * alpha * slope && alpha > 1e-10) {
                alpha *= 0.5;
                next = move(u, direction, alpha);
                nextValue = lagrangian(next);
            }
            double[] nextGradient = gradient(next, fixed);
            double ss = 0.0;
            double sy = 0.0;
            for (int i = 0; i < u.length; i++) {
                double d = next[i] - u[i];
                ss += d * d;
                sy += d * (nextGradient[i] - gradient[i]);
            }
            step = sy > 0.0 ? Math.clamp(ss / sy, 1e-10, 1e3) : 1e-1;
            u = next;
            gradient = nextGradient;
            recent[s % recent.length] = nextValue;
        }
        return u;
    }

    private static double[] move(double[] u, double[] direction, double alpha) {
        double[] next = u.clone();
        for (int i = 0; i < u.length; i++) {
            next[i] = Math.clamp(next[i] + alpha * direction[i], 0.0, 1.0);
        }
        return next;
    }
}
