package org.optbench.optimizers.bayes.acquisition;

/**
 * The logarithm of a non-negative acquisition, so that it can be summed with log probabilities.
 *
 * @param inner acquisition; values below 1e-300 count as 1e-300
 */
public record LogAcquisition(Acquisition inner) implements Acquisition {
    private static final double LEAST = 1e-300;

    @Override
    public void values(double[][] features, double[] values) {
        inner.values(features, values);
        for (int j = 0; j < features.length; j++) {
            values[j] = StrictMath.log(Math.max(values[j], LEAST));
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        double value = Math.max(inner.value(features, gradient), LEAST);
        for (int f = 0; f < gradient.length; f++) {
            gradient[f] /= value;
        }
        return StrictMath.log(value);
    }

    @Override
    public boolean differentiable() {
        return inner.differentiable();
    }
}
