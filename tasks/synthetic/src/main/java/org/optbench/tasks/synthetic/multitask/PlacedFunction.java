package org.optbench.tasks.synthetic.multitask;

import java.util.Arrays;
import org.optbench.tasks.synthetic.classic.ClassicFunction;
import org.optbench.tasks.synthetic.function.RealFunction;

/**
 * A classic function moved and turned so that its minimiser is at a chosen place of the unit cube: {@code f(x_opt + width R (u - place))}.
 *
 * @param function scalable and bounded below by its optimum everywhere, also outside of its box
 * @param place    where the minimum is, array shape {@code [d]}
 * @param rotation orthogonal, array shape {@code [d][d]}; without rows nothing is turned
 */
record PlacedFunction(ClassicFunction function, double[] place, double[][] rotation) implements RealFunction {

    /** The coordinate of the minimiser, the same in every dimension. */
    private double minimiser() {
        return switch (function) {
            case ROSENBROCK, LEVY -> 1.0;
            case SPHERE -> 0.5;
            case STYBLINSKI_TANG -> -2.903534018185960;
            default -> 0.0;
        };
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public int dimension() {
        return place.length;
    }

    /** The point of the classic function that a point of the cube stands for. */
    double[] image(double[] u) {
        int d = place.length;
        double width = function.upper(d)[0] - function.lower(d)[0];
        double[] z = new double[d];
        Arrays.setAll(z, i -> u[i] - place[i]);
        double[] x = new double[d];
        for (int i = 0; i < d; i++) {
            x[i] = minimiser() + width * (rotation.length == 0 ? z[i] : dot(rotation[i], z));
        }
        return x;
    }

    @Override
    public double value(double[] u, double[] work) {
        return function.value(image(u));
    }
}
