package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.indicators.ParetoFront;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.Prediction;
import org.optbench.optimizers.bayes.numeric.FastNormal;
import org.optbench.optimizers.bayes.numeric.Normal;

/**
 * Logarithm of the expected hypervolume improvement by Monte-Carlo integration over the region that is not dominated yet: the expected improvement is
 * the integral over it of the probability that a prediction dominates, {@code prod P[Y_j <= t_j]}. Any number of objectives; the samples are drawn
 * once, so that the acquisition is smooth.
 */
final class SampledImprovement implements Acquisition {

    private static final double LEAST = 1e-300;
    private static final int TRIES_PER_SAMPLE = 50;

    private final List<GaussianProcess> models;
    private final double[][] targets;

    /**
     * An acquisition.
     *
     * @param models    one process for each objective, in the scale of the front
     * @param front     points reached {@code [n][m]}
     * @param ideal     lower corner of the box that is sampled
     * @param reference upper corner
     * @param samples   number of samples, positive
     */
    SampledImprovement(List<GaussianProcess> models, double[][] front, double[] ideal, double[] reference, int samples, RandomGenerator random) {
        this.models = models;
        double[][] reached = ParetoFront.of(front);
        List<double[]> found = new ArrayList<>();
        for (int attempt = 0; attempt < samples * TRIES_PER_SAMPLE && found.size() < samples; attempt++) {
            double[] target = new double[ideal.length];
            for (int j = 0; j < target.length; j++) {
                target[j] = ideal[j] + random.nextDouble() * (reference[j] - ideal[j]);
            }
            if (Arrays.stream(reached).noneMatch(point -> coversWeakly(point, target))) {
                found.add(target);
            }
        }
        if (found.isEmpty()) {
            found.add(ideal.clone());
        }
        targets = found.toArray(double[][]::new);
    }

    private static boolean coversWeakly(double[] point, double[] target) {
        for (int j = 0; j < point.length; j++) {
            if (point[j] > target[j]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void values(double[][] features, double[] values) {
        double[][] means = new double[models.size()][features.length];
        double[][] variances = new double[models.size()][features.length];
        for (int j = 0; j < means.length; j++) {
            models.get(j).predict(features, means[j], variances[j]);
        }
        double[] deviations = new double[models.size()];
        for (int i = 0; i < features.length; i++) {
            for (int j = 0; j < deviations.length; j++) {
                deviations[j] = Math.sqrt(variances[j][i]);
            }
            double sum = 0;
            for (double[] target : targets) {
                double product = 1;
                for (int j = 0; j < target.length && product > 0; j++) {
                    product *= FastNormal.cdf((target[j] - means[j][i]) / deviations[j]);
                }
                sum += product;
            }
            values[i] = StrictMath.log(Math.max(sum / targets.length, LEAST));
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        int m = models.size();
        double[][] meanGradient = new double[m][features.length];
        double[][] varianceGradient = new double[m][features.length];
        Prediction[] predictions = new Prediction[m];
        for (int j = 0; j < m; j++) {
            predictions[j] = models.get(j).predict(features, meanGradient[j], varianceGradient[j]);
        }
        double sum = 0;
        double[] byMean = new double[m];
        double[] byVariance = new double[m];
        for (double[] target : targets) {
            double product = 1;
            double[] z = new double[m];
            for (int j = 0; j < m; j++) {
                z[j] = (target[j] - predictions[j].mean()) / predictions[j].deviation();
                product *= Normal.cdf(z[j]);
            }
            sum += product;
            for (int j = 0; j < m && product > LEAST; j++) {
                double slope = product / Normal.millsRatio(z[j]);
                byMean[j] -= slope / predictions[j].deviation();
                byVariance[j] -= slope * z[j] / (2 * predictions[j].variance());
            }
        }
        double total = Math.max(sum, LEAST * targets.length);
        for (int f = 0; f < features.length; f++) {
            gradient[f] = 0;
            for (int j = 0; j < m; j++) {
                gradient[f] += (byMean[j] * meanGradient[j][f] + byVariance[j] * varianceGradient[j][f]) / total;
            }
        }
        return StrictMath.log(total / targets.length);
    }
}
