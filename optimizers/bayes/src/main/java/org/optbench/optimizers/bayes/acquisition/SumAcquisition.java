package org.optbench.optimizers.bayes.acquisition;

import java.util.Arrays;
import java.util.List;

/**
 * Sum of acquisitions; of logarithms, a product: constrained expected improvement is {@link Rule#LOG_EI} of the objective plus
 * {@link Rule#PI} of each constraint (Gardner et al. 2014, Bayesian Optimization with Inequality Constraints).
 *
 * @param terms summands, at least one
 */
public record SumAcquisition(List<Acquisition> terms) implements Acquisition {
    /** Copies. */
    public SumAcquisition {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a sum of acquisitions has no terms: at least one is needed.");
        }
    }

    @Override
    public void values(double[][] features, double[] values) {
        Arrays.fill(values, 0, features.length, 0);
        double[] part = new double[features.length];
        for (Acquisition term : terms) {
            term.values(features, part);
            for (int j = 0; j < features.length; j++) {
                values[j] += part[j];
            }
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] part = new double[features.length];
        double sum = 0;
        for (Acquisition term : terms) {
            sum += term.value(features, part);
            for (int f = 0; f < part.length; f++) {
                gradient[f] += part[f];
            }
        }
        return sum;
    }

    @Override
    public boolean differentiable() {
        return terms.stream().allMatch(Acquisition::differentiable);
    }
}
