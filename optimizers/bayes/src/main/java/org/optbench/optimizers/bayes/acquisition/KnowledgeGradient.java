package org.optbench.optimizers.bayes.acquisition;

import java.util.Arrays;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.numeric.Normal;

/**
 * Knowledge gradient over a finite set: how much the least posterior mean among the set and the point itself is expected to fall
 * when the point is evaluated (Frazier, Powell and Dayanik 2009, algorithm 1; Scott, Frazier and Powell 2011). Has no gradient.
 */
public final class KnowledgeGradient implements Acquisition {
    private final GaussianProcess process;
    private final double[][] set;
    private final double[] setMeans;

    /**
     * Binds a set.
     *
     * @param process posterior
     * @param set features of the points among which the best will be chosen, {@code [a][features]}, at least one
     */
    public KnowledgeGradient(GaussianProcess process, double[][] set) {
        this.process = process;
        this.set = set.clone();
        setMeans = new double[set.length];
        process.predict(set, setMeans, new double[set.length]);
    }

    @Override
    public void values(double[][] features, double[] values) {
        double[][] covariance = process.posteriorCovariance(set, features);
        double[] means = new double[features.length];
        double[] variances = new double[features.length];
        process.predict(features, means, variances);
        double[] intercepts = new double[set.length + 1];
        double[] slopes = new double[set.length + 1];
        for (int j = 0; j < features.length; j++) {
            double scale = 1 / Math.sqrt(variances[j] + process.hyperparameters().noise());
            for (int a = 0; a < set.length; a++) {
                intercepts[a] = -setMeans[a];
                slopes[a] = -covariance[a][j] * scale;
            }
            intercepts[set.length] = -means[j];
            slopes[set.length] = -variances[j] * scale;
            values[j] = expectedMaximum(intercepts, slopes) - Arrays.stream(intercepts).max().orElseThrow();
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] value = new double[1];
        values(new double[][]{features}, value);
        return value[0];
    }

    @Override
    public boolean differentiable() {
        return false;
    }

    /**
     * {@code E[max_i (a_i + b_i Z)]} for a standard normal Z, exactly: the upper envelope of the lines, then one term a breakpoint.
     *
     * @param intercepts {@code a}
     * @param slopes {@code b}
     */
    static double expectedMaximum(double[] intercepts, double[] slopes) {
        Integer[] order = new Integer[slopes.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> slopes[i] != slopes[j] ? Double.compare(slopes[i], slopes[j]) : Double.compare(intercepts[i], intercepts[j]));
        int[] line = new int[slopes.length];
        double[] from = new double[slopes.length]; // each line of the envelope is highest from here to the next
        int size = 0;
        for (int index : order) {
            if (size > 0 && slopes[line[size - 1]] == slopes[index]) {
                size--; // parallel and lower
            }
            double start = Double.NEGATIVE_INFINITY;
            while (size > 0) {
                int last = line[size - 1];
                start = (intercepts[last] - intercepts[index]) / (slopes[index] - slopes[last]);
                if (start > from[size - 1]) {
                    break;
                }
                size--;
                start = Double.NEGATIVE_INFINITY;
            }
            line[size] = index;
            from[size++] = start;
        }
        double expected = 0;
        for (int s = 0; s < size; s++) {
            double low = from[s];
            double high = s + 1 < size ? from[s + 1] : Double.POSITIVE_INFINITY;
            double mass = cdf(high) - cdf(low);
            double tail = pdf(low) - pdf(high);
            expected += intercepts[line[s]] * mass + slopes[line[s]] * tail;
        }
        return expected;
    }

    private static double cdf(double z) {
        return Double.isInfinite(z) ? (z > 0 ? 1 : 0) : Normal.cdf(z);
    }

    private static double pdf(double z) {
        return Double.isInfinite(z) ? 0 : Normal.pdf(z);
    }
}
