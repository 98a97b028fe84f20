package org.optbench.tasks.synthetic.coco;

import org.optbench.tasks.synthetic.function.VectorFunction;

/**
 * The functions of bbob-constrained (P. Dufosse, N. Hansen, D. Brockhoff, P. R. Sampaio, A. Atamna, A. Auger: Building
 * scalable test problems for benchmarking constrained optimizers, COCO documentation 2022): nine objectives under 1, 2,
 * 6, 6 + d/2, 6 + d or 6 + 3d active linear constraints and half as many inactive ones, all of them bent by the same
 * non-linear transformation and moved so that the constrained minimum is at a random point.
 */
public final class ConstrainedFunction implements VectorFunction {

    /** Number of functions in the suite. */
    public static final int COUNT = 54;

    private static final int GROUP = 6;
    private static final double[] SCALE = {10.0, 1e-4, 10.0, 1e-4, 1e-4, 1e-4, 1e2, 10.0, 10.0};

    private final ConstrainedObjective objective;
    private final LinearConstraints constraints;
    private final Bend bend;
    private final double scale;
    private final double[] optimum;
    /** Whether the objective moves with the constraints; the linear one does not, which only adds a constant. */
    private final boolean isShifted;
    private final double[] feasible;

    /** The transformation that objective and constraints share. */
    private enum Bend {
        NONE, OSCILLATE, ASYMMETRIC, BOTH
    }

    private ConstrainedFunction(ConstrainedObjective objective, LinearConstraints constraints, int type, double[] optimum, double[] feasible) {
        this.feasible = feasible;
        this.objective = objective;
        this.constraints = constraints;
        this.bend = bend(type);
        this.scale = SCALE[type];
        this.optimum = optimum;
        this.isShifted = type != 2;
    }

    /**
     * Builds the instance that COCO calls {@code bbob-constrained_f<function>_i<instance>_d<dimension>}.
     *
     * @param function 1 .. 54
     * @param dimension 2 or more
     * @param instance 1 or more
     */
    public static ConstrainedFunction of(int function, int dimension, int instance) {
        if (function < 1 || function > COUNT || dimension < 2 || instance < 1) {
            throw new IllegalArgumentException("bbob-constrained function is " + function + ", dimension " + dimension + ", instance " + instance
                    + " but they must lie in 1 .. " + COUNT + ", from 2 and from 1 on."
                    + " Maybe the parts of the id are in another order than function, dimension, instance?");
        }
        int type = (function - 1) / GROUP;
        long seed = function + 20_000L * instance;
        double[] optimum = LegacyRandom.optimum(dimension, function + 10_000L * instance);
        ConstrainedObjective objective = ConstrainedObjective.of(type, dimension, seed, LegacyRandom.optimalValue(function, instance));
        double[] feasible = feasibleDirection(objective, optimum, seed);
        LinearConstraints constraints = LinearConstraints.create(function, instance, active(function, dimension), feasible);
        return new ConstrainedFunction(objective, constraints, type, optimum, feasible);
    }

    private static Bend bend(int type) {
        return switch (type) {
            case 1, 3, 4 -> Bend.OSCILLATE;
            case 5 -> Bend.ASYMMETRIC;
            case 7, 8 -> Bend.BOTH;
            default -> Bend.NONE;
        };
    }

    /** Number of constraints that are active at the optimum. */
    static int active(int function, int dimension) {
        return switch ((function - 1) % GROUP) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 6;
            case 3 -> 6 + dimension / 2;
            case 4 -> 6 + dimension;
            default -> 6 + 3 * dimension;
        };
    }

    /** Number of all constraints of a function. */
    static int constraints(int function, int dimension) {
        int active = active(function, dimension);
        return active + active / 2;
    }

    /** The gradient of the objective at the constrained optimum, scaled to end 75 to 100 per cent of the way to the border of the box. */
    private static double[] feasibleDirection(ConstrainedObjective objective, double[] optimum, long seed) {
        double[] direction = objective.gradientAtOrigin();
        double steepest = 0.0;
        for (int i = 0; i < direction.length; i++) {
            steepest = Math.max(steepest, direction[i] / (5.0 - optimum[i]));
            steepest = Math.max(steepest, direction[i] / (-5.0 - optimum[i]));
        }
        double factor = (0.75 + 0.25 * LegacyRandom.uniform(1, seed + 412)[0]) / steepest;
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= factor;
        }
        return direction;
    }

    /** The constrained minimiser, array shape {@code [d]}; a copy. */
    public double[] optimum() {
        return optimum.clone();
    }

    /** The constrained minimum. */
    public double optimalValue() {
        return scale * objective.value(isShifted ? new double[optimum.length] : optimum);
    }

    @Override
    public int dimension() {
        return optimum.length;
    }

    @Override
    public int objectives() {
        return 1;
    }

    @Override
    public int constraints() {
        return constraints.count();
    }

    /**
     * A feasible point of the box, array shape {@code [d]}: the feasible direction before the bend, halved until its end lies inside.
     */
    public double[] feasiblePoint() {
        double[] point = new double[optimum.length];
        for (double share = 1.0; share > 1e-12; share *= 0.5) {
            for (int i = 0; i < point.length; i++) {
                point[i] = optimum[i] + unbent(share * feasible[i], i);
            }
            if (isInside(point) && isFeasible(point)) {
                return point;
            }
        }
        return optimum.clone();
    }

    private static boolean isInside(double[] point) {
        for (double v : point) {
            if (Math.abs(v) > 5.0) {
                return false;
            }
        }
        return true;
    }

    private boolean isFeasible(double[] point) {
        double[] g = new double[constraints.count()];
        evaluate(point, new double[1], g);
        for (double v : g) {
            if (v > 0.0) {
                return false;
            }
        }
        return true;
    }

    /** The value whose bend is v, by bisection: the bend is monotone and keeps 0. */
    private double unbent(double v, int i) {
        double low = -20.0;
        double high = 20.0;
        for (int step = 0; step < 80; step++) {
            double middle = 0.5 * (low + high);
            if (bent(middle, i) < v) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return bend == Bend.NONE ? v : 0.5 * (low + high);
    }

    private double bent(double v, int i) {
        return switch (bend) {
            case NONE -> v;
            case OSCILLATE -> Transforms.oscillate(v);
            case ASYMMETRIC -> Transforms.asymmetric(v, 0.2 * i / (optimum.length - 1.0));
            case BOTH -> Transforms.oscillateAsymmetric(v, 0.2 * i / (optimum.length - 1.0));
        };
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        double[] u = new double[optimum.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = bent(x[i] - optimum[i], i);
        }
        f[0] = scale * objective.value(isShifted ? u : x);
        constraints.evaluate(u, g);
    }
}
