package org.optbench.tasks.systems.sor;

import java.util.function.DoubleUnaryOperator;

/** Interpolation of a smooth function at Chebyshev points of the first kind, in barycentric form. */
final class Chebyshev implements DoubleUnaryOperator {

    private final double[] nodes;
    private final double[] weights;
    private final double[] values;

    private Chebyshev(double[] nodes, double[] weights, double[] values) {
        this.nodes = nodes;
        this.weights = weights;
        this.values = values;
    }

    /** The polynomial through a function at {@code count} points of {@code [lower, upper]}. */
    static Chebyshev fit(DoubleUnaryOperator function, double lower, double upper, int count) {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double angle = (2 * i + 1) * Math.PI / (2 * count);
            nodes[i] = 0.5 * (lower + upper) + 0.5 * (upper - lower) * StrictMath.cos(angle);
            weights[i] = ((i & 1) == 0 ? 1.0 : -1.0) * StrictMath.sin(angle);
            values[i] = function.applyAsDouble(nodes[i]);
        }
        return new Chebyshev(nodes, weights, values);
    }

    @Override
    public double applyAsDouble(double x) {
        double numerator = 0.0;
        double denominator = 0.0;
        for (int i = 0; i < nodes.length; i++) {
            double distance = x - nodes[i];
            if (distance == 0.0) {
                return values[i];
            }
            double weight = weights[i] / distance;
            numerator += weight * values[i];
            denominator += weight;
        }
        return numerator / denominator;
    }
}
