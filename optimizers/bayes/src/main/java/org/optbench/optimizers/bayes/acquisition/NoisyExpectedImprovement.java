package org.optbench.optimizers.bayes.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.numeric.FastExp;

/**
 * Logarithm of the expected improvement on a best value that is itself uncertain: the average over samples of the noise-free function at
 * the observed points (Letham, Karrer, Ottoni and Bakshy 2019, equation 6).
 */
public final class NoisyExpectedImprovement implements Acquisition {
    private final List<PosteriorAcquisition> samples = new ArrayList<>();

    /**
     * Draws the samples.
     *
     * @param process posterior given noisy observations
     * @param eligible true for the observations that count as incumbents; at least one
     * @param count number of samples, positive
     */
    public NoisyExpectedImprovement(GaussianProcess process, boolean[] eligible, int count, RandomGenerator random) {
        GaussianProcess clean = process.withoutNoise();
        for (int s = 0; s < count; s++) {
            double[] values = process.sampleAtObservations(random);
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < values.length; i++) {
                best = eligible[i] ? Math.min(best, values[i]) : best;
            }
            samples.add(new PosteriorAcquisition(clean.withObservations(values), Rule.LOG_EI, best, 0));
        }
    }

    @Override
    public void values(double[][] features, double[] values) {
        double[][] logs = new double[samples.size()][features.length];
        for (int s = 0; s < logs.length; s++) {
            samples.get(s).values(features, logs[s]);
        }
        double[] column = new double[logs.length];
        for (int j = 0; j < features.length; j++) {
            for (int s = 0; s < logs.length; s++) {
                column[s] = logs[s][j];
            }
            values[j] = logMean(column);
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        double[] logs = new double[samples.size()];
        double[][] gradients = new double[logs.length][features.length];
        for (int s = 0; s < logs.length; s++) {
            logs[s] = samples.get(s).value(features, gradients[s]);
        }
        double value = logMean(logs);
        Arrays.fill(gradient, 0);
        for (int s = 0; s < logs.length; s++) {
            double weight = FastExp.exp(Math.min(logs[s] - value, 700)) / logs.length;
            for (int f = 0; f < gradient.length; f++) {
                gradient[f] += weight * gradients[s][f];
            }
        }
        return value;
    }

    private static double logMean(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += FastExp.exp(log - largest);
        }
        return largest + StrictMath.log(sum / logs.length);
    }
}
