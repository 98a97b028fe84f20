package org.optbench.tasks.learning;

import java.util.function.Function;

/**
 * A trained model made of a function.
 *
 * @param predictor from rows {@code [n][d]} to predictions {@code [n]}
 * @param size      see {@link Model#size}
 */
record FittedModel(Function<double[][], double[]> predictor, long size) implements Model {

    @Override
    public double[] predict(double[][] x) {
        return predictor.apply(x);
    }
}
