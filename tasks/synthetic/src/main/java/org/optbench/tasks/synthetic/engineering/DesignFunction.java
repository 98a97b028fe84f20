package org.optbench.tasks.synthetic.engineering;

import org.optbench.tasks.synthetic.function.VectorFunction;

/**
 * A constrained design problem: one objective to be minimised, constraints satisfied at 0 or below.
 *
 * @param name     lower-case name, a segment of task ids
 * @param summary  one line with the source
 * @param lower    lower bounds, array shape {@code [d]}
 * @param upper    upper bounds, array shape {@code [d]}
 * @param whole    which variables are whole numbers, array shape {@code [d]}
 * @param count    number of constraints
 * @param best     best known design, array shape {@code [d]}, as published; its last digits may miss a constraint by rounding
 * @param value    its published value
 * @param formula  objective and constraints
 */
record DesignFunction(String name, String summary, double[] lower, double[] upper, boolean[] whole, int count, double[] best, double value,
        Formula formula) implements VectorFunction {

    /** Fills the constraints and returns the objective. */
    @FunctionalInterface
    interface Formula {
        double evaluate(double[] x, double[] g);
    }

    /** A problem of real variables. */
    static DesignFunction real(String name, String summary, double[] lower, double[] upper, int count, double[] best, double value,
            Formula formula) {
        return new DesignFunction(name, summary, lower, upper, new boolean[lower.length], count, best, value, formula);
    }

    /** The same problem with some variables, counted from 0, whole. */
    DesignFunction withWhole(int... variables) {
        boolean[] replaced = new boolean[lower.length];
        for (int variable : variables) {
            replaced[variable] = true;
        }
        return new DesignFunction(name, summary, lower, upper, replaced, count, best, value, formula);
    }

    @Override
    public int dimension() {
        return lower.length;
    }

    @Override
    public int objectives() {
        return 1;
    }

    @Override
    public int constraints() {
        return count;
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        f[0] = formula.evaluate(x, g);
    }
}
