package org.optbench.optimizers.bayes.numeric;

import java.util.Arrays;

/**
 * Limited-memory quasi-Newton minimisation in a box.
 *
 * <p>A two-metric projection method (Bertsekas 1982, SIAM J. Control Optim. 20) with the L-BFGS two-loop recursion restricted to the
 * free coordinates: a coordinate at its bound whose gradient points outwards is held for the step, the rest moves along the
 * quasi-Newton direction, and the step is projected and backtracked until Armijo's condition holds. Deterministic, no threads.
 */
public final class BoundedLbfgs {
    private static final int MEMORY = 10;
    private static final double ARMIJO = 1e-4;
    private static final int MAX_BACKTRACKS = 20;

    private final int maxIterations;
    private final double gradientTolerance;
    private final double valueTolerance;

    /**
     * Settings of the minimiser.
     *
     * @param maxIterations most quasi-Newton steps, positive
     * @param gradientTolerance stop when the largest projected partial derivative is below it
     * @param valueTolerance stop when a step lowers the value by less than this times {@code max(1, |f|)}
     */
    public BoundedLbfgs(int maxIterations, double gradientTolerance, double valueTolerance) {
        this.maxIterations = maxIterations;
        this.gradientTolerance = gradientTolerance;
        this.valueTolerance = valueTolerance;
    }

    /**
     * Where the search ended.
     *
     * @param point the best point, inside the box
     * @param value its value; positive infinity if no start had a finite one
     * @param evaluations calls of the function
     */
    public record Minimum(double[] point, double value, int evaluations) {
    }

    /**
     * Minimises from {@code start}, clipped into the box first.
     *
     * @param function function and gradient; a non-finite value is treated as too high
     * @param start first point
     * @param lower lower bounds
     * @param upper upper bounds, not below the lower ones
     */
    public Minimum minimise(DifferentiableFunction function, double[] start, double[] lower, double[] upper) {
        return new Search(function, start, lower, upper).run();
    }

    private final class Search {
        private final DifferentiableFunction function;
        private final double[] lower;
        private final double[] upper;
        private final int n;
        private final double[][] steps = new double[MEMORY][];
        private final double[][] changes = new double[MEMORY][];
        private final double[] rho = new double[MEMORY];
        private int stored;
        private double[] x;
        private double[] gradient;
        private double value;
        private int evaluations;

        Search(DifferentiableFunction function, double[] start, double[] lower, double[] upper) {
            this.function = function;
            this.lower = lower;
            this.upper = upper;
            n = start.length;
            x = start.clone();
            gradient = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = Math.min(Math.max(x[i], lower[i]), upper[i]);
            }
        }

        Minimum run() {
            value = evaluate(x, gradient);
            if (!Double.isFinite(value)) {
                return new Minimum(x, Double.POSITIVE_INFINITY, evaluations);
            }
            boolean[] held = new boolean[n];
            for (int iteration = 0; iteration < maxIterations; iteration++) {
                if (projectedGradientNorm(held) < gradientTolerance) {
                    break;
                }
                double[] direction = direction(held);
                double before = value;
                if (!lineSearch(direction, held)) {
                    if (stored == 0) {
                        break;
                    }
                    stored = 0; // The curvature pairs no longer describe the function here: retry along the gradient.
                    continue;
                }
                if (before - value < valueTolerance * Math.max(1, Math.abs(value))) {
                    break;
                }
            }
            return new Minimum(x, value, evaluations);
        }

        private double evaluate(double[] point, double[] into) {
            evaluations++;
            return function.value(point, into);
        }

        private double projectedGradientNorm(boolean[] held) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                held[i] = x[i] <= lower[i] && gradient[i] > 0 || x[i] >= upper[i] && gradient[i] < 0 || upper[i] <= lower[i];
                if (!held[i]) {
                    largest = Math.max(largest, Math.abs(gradient[i]));
                }
            }
            return largest;
        }

        private double[] direction(boolean[] held) {
            double[] q = new double[n];
            for (int i = 0; i < n; i++) {
                q[i] = held[i] ? 0 : -gradient[i];
            }
            double[] alpha = new double[MEMORY];
            int newest = stored - 1;
            int oldest = Math.max(0, stored - MEMORY);
            for (int k = newest; k >= oldest; k--) {
                int slot = k % MEMORY;
                alpha[slot] = rho[slot] * freeDot(steps[slot], q, held);
                addFree(q, -alpha[slot], changes[slot], held);
            }
            if (stored > 0) {
                int slot = newest % MEMORY;
                double scale = 1 / (rho[slot] * freeDot(changes[slot], changes[slot], held));
                if (Double.isFinite(scale) && scale > 0) {
                    for (int i = 0; i < n; i++) {
                        q[i] *= scale;
                    }
                }
            }
            for (int k = oldest; k <= newest; k++) {
                int slot = k % MEMORY;
                double beta = rho[slot] * freeDot(changes[slot], q, held);
                addFree(q, alpha[slot] - beta, steps[slot], held);
            }
            double slope = freeDot(gradient, q, held);
            if (!(slope < 0)) {
                stored = 0;
                for (int i = 0; i < n; i++) {
                    q[i] = held[i] ? 0 : -gradient[i];
                }
            }
            return q;
        }

        private boolean lineSearch(double[] direction, boolean[] held) {
            double step = stored == 0 ? Math.min(1, 1 / norm(direction)) : 1;
            double[] trial = new double[n];
            double[] trialGradient = new double[n];
            for (int k = 0; k < MAX_BACKTRACKS; k++) {
                double slope = 0;
                boolean moved = false;
                for (int i = 0; i < n; i++) {
                    trial[i] = held[i] ? x[i] : Math.min(Math.max(x[i] + step * direction[i], lower[i]), upper[i]);
                    slope += gradient[i] * (trial[i] - x[i]);
                    moved |= trial[i] != x[i];
                }
                if (!moved) {
                    return false;
                }
                double trialValue = evaluate(trial, trialGradient);
                if (trialValue <= value + ARMIJO * slope && slope < 0) {
                    remember(trial, trialGradient);
                    x = trial;
                    gradient = trialGradient;
                    value = trialValue;
                    return true;
                }
                step = shorter(step, slope, trialValue);
            }
            return false;
        }

        private double shorter(double step, double slope, double trialValue) {
            if (!Double.isFinite(trialValue)) {
                return 0.1 * step;
            }
            double factor = -slope / (2 * (trialValue - value - slope)); // minimum of the parabola through value, slope and trial
            return step * (Double.isFinite(factor) ? Math.min(Math.max(factor, 0.1), 0.5) : 0.5);
        }

        private void remember(double[] next, double[] nextGradient) {
            double[] s = new double[n];
            double[] y = new double[n];
            double sy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                s[i] = next[i] - x[i];
                y[i] = nextGradient[i] - gradient[i];
                sy += s[i] * y[i];
                yy += y[i] * y[i];
            }
            if (sy > 1e-12 * yy) {
                int slot = stored % MEMORY;
                steps[slot] = s;
                changes[slot] = y;
                rho[slot] = 1 / sy;
                stored++;
            }
        }

        private double freeDot(double[] a, double[] b, boolean[] held) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                if (!held[i]) {
                    sum += a[i] * b[i];
                }
            }
            return sum;
        }

        private void addFree(double[] target, double factor, double[] source, boolean[] held) {
            for (int i = 0; i < n; i++) {
                if (!held[i]) {
                    target[i] += factor * source[i];
                }
            }
        }

        private static double norm(double[] v) {
            return Math.sqrt(Arrays.stream(v).map(e -> e * e).sum());
        }
    }
}
