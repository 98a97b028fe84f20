package org.optbench.optimizers.bayes.acquisition;

import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.Prediction;

/**
 * A {@link Rule} applied to the posterior of a Gaussian process.
 *
 * @param process posterior
 * @param rule acquisition function
 * @param threshold value to improve on
 * @param beta exploration weight of {@link Rule#UCB}, 0 or more
 */
public record PosteriorAcquisition(GaussianProcess process, Rule rule, double threshold, double beta) implements Acquisition {
    @Override
    public void values(double[][] features, double[] values) {
        double[] variances = new double[features.length];
        process.predict(features, values, variances);
        for (int j = 0; j < features.length; j++) {
            values[j] = rule.score(values[j], Math.sqrt(variances[j]), threshold, beta);
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        double[] varianceGradient = new double[features.length];
        Prediction prediction = process.predict(features, gradient, varianceGradient);
        double deviation = prediction.deviation();
        double[] partials = new double[2];
        rule.partials(prediction.mean(), deviation, threshold, beta, partials);
        for (int f = 0; f < features.length; f++) {
            gradient[f] = partials[0] * gradient[f] + partials[1] * varianceGradient[f] / (2 * deviation);
        }
        return rule.score(prediction.mean(), deviation, threshold, beta);
    }
}
