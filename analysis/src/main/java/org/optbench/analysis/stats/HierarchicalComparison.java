package org.optbench.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Bayesian hierarchical comparison of two optimizers over tasks (Corani, Benavoli, Demsar, Mangili and Zaffalon, Machine Learning 106, 2017):
 * the differences on a task scatter around the task's mean difference, and those around a common centre with Student's t, so that tasks
 * with few or noisy runs are drawn towards the others and single outlying tasks are not followed.
 *
 * <p>x_ij ~ N(delta_i, sigma_i^2) with correlation rho within a task; delta_i ~ t_nu(mu, tau^2); flat priors on mu, on log sigma_i and on tau up
 * to 1000 times the scale of the data; nu - 1 ~ Gamma(2, 0.1) on a grid (Juarez and Steel, 2010). Sampled by Gibbs steps.
 */
public final class HierarchicalComparison {

    private static final double[] NU = {1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100};

    private final double[] mean;
    private final double[] squares;
    private final int[] count;
    private final double correlation;
    private final RandomGenerator random;
    private final double[] delta;
    private final double[] lambda;
    private double mu;
    private double tau;
    private double nu = 5;

    private HierarchicalComparison(double[][] differences, double correlation, RandomGenerator random) {
        int q = differences.length;
        mean = new double[q];
        squares = new double[q];
        count = new int[q];
        for (int i = 0; i < q; i++) {
            double m = Arrays.stream(differences[i]).average().orElseThrow();
            mean[i] = m;
            count[i] = differences[i].length;
            squares[i] = Arrays.stream(differences[i]).map(x -> (x - m) * (x - m)).sum();
        }
        this.correlation = correlation;
        this.random = random;
        delta = mean.clone();
        lambda = new double[q];
        Arrays.fill(lambda, 1);
    }

    /**
     * Probabilities for the mean difference on a further task of the same kind.
     *
     * @param differences shape {@code [tasks][runs]}, ragged; x - y of values to minimise, on a scale common to the tasks; at least 3 tasks with at
     *                    least 2 runs each
     * @param rope        half width of the region of practical equivalence, at least 0
     * @param correlation of the runs of a task: 0 for independent seeds, test share of the data for overlapping cross-validation; in [0, 1)
     * @param samples     Gibbs samples after as many as a fifth for warm-up
     */
    public static BayesianComparison compare(double[][] differences, double rope, double correlation, int samples, RandomGenerator random) {
        if (differences.length < 3 || Arrays.stream(differences).anyMatch(d -> d.length < 2)) {
            throw new IllegalArgumentException("the hierarchical comparison got " + differences.length
                    + " tasks: at least 3 with at least 2 runs each are needed");
        }
        if (!(rope >= 0 && correlation >= 0 && correlation < 1 && samples >= 1)
                || !Arrays.stream(differences).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the hierarchical comparison got a rope of " + rope + ", a correlation of " + correlation + " and " + samples
                    + " samples: a rope of at least 0, a correlation in [0, 1), samples and finite differences are needed");
        }
        double scale = Math.sqrt(Arrays.stream(differences).mapToDouble(d -> Arrays.stream(d).map(x -> x * x).average().orElseThrow()).average()
                .orElseThrow());
        if (scale == 0) {
            return new BayesianComparison(0, 1, 0);
        }
        double[][] scaled = Arrays.stream(differences).map(d -> Arrays.stream(d).map(x -> x / scale).toArray()).toArray(double[][]::new);
        return new HierarchicalComparison(scaled, correlation, random).predict(rope / scale, samples);
    }

    private BayesianComparison predict(double rope, int samples) {
        mu = Arrays.stream(mean).average().orElseThrow();
        tau = Math.max(1e-6, Math.sqrt(Arrays.stream(mean).map(m -> (m - mu) * (m - mu)).average().orElseThrow()));
        double first = 0;
        double second = 0;
        for (int s = -samples / 5; s < samples; s++) {
            step();
            if (s >= 0) {
                TDistribution t = TDistribution.of(nu);
                first += t.cumulativeProbability((-rope - mu) / tau) / samples;
                second += t.survivalProbability((rope - mu) / tau) / samples;
            }
        }
        return new BayesianComparison(first, Math.max(0, 1 - first - second), Math.min(second, 1 - first));
    }

    private void step() {
        int q = mean.length;
        double weights = 0;
        double weighted = 0;
        for (int i = 0; i < q; i++) {
            double n = count[i];
            double spread = 1 - correlation + n * correlation;
            double deviation = mean[i] - delta[i];
            double quadratic = squares[i] / (1 - correlation) + n * deviation * deviation / spread;
            double variance = Math.max(1e-18, quadratic / 2 / GammaSampler.sample(n / 2, random));
            double precisionOfMean = n / (variance * spread);
            double precisionOfPrior = lambda[i] / (tau * tau);
            double precision = precisionOfMean + precisionOfPrior;
            delta[i] = (precisionOfMean * mean[i] + precisionOfPrior * mu) / precision + random.nextGaussian() / Math.sqrt(precision);
            double standardized = (delta[i] - mu) / tau;
            lambda[i] = GammaSampler.sample((nu + 1) / 2, random) * 2 / (nu + standardized * standardized);
            weights += lambda[i];
            weighted += lambda[i] * delta[i];
        }
        mu = weighted / weights + tau / Math.sqrt(weights) * random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < q; i++) {
            sum += lambda[i] * (delta[i] - mu) * (delta[i] - mu);
        }
        // Uniform on tau: tau^2 is inverse gamma with q - 1 degrees of freedom, cut off at the bound of the prior and away from 0.
        tau = Math.min(1000, Math.max(1e-9, Math.sqrt(sum / 2 / GammaSampler.sample((q - 1) / 2.0, random))));
        nu = sampleNu();
    }

    private double sampleNu() {
        double logs = 0;
        double sum = 0;
        for (double l : lambda) {
            logs += Math.log(l);
            sum += l;
        }
        double[] log = new double[NU.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < NU.length; k++) {
            double half = NU[k] / 2;
            double width = ((k + 1 < NU.length ? NU[k + 1] : NU[k]) - (k > 0 ? NU[k - 1] : 1)) / 2;
            log[k] = lambda.length * (half * Math.log(half) - LogGamma.value(half)) + (half - 1) * logs - half * sum + Math.log(NU[k] - 1)
                    - 0.1 * (NU[k] - 1) + Math.log(width);
            largest = Math.max(largest, log[k]);
        }
        double total = 0;
        for (int k = 0; k < log.length; k++) {
            log[k] = Math.exp(log[k] - largest);
            total += log[k];
        }
        double u = random.nextDouble() * total;
        int k = 0;
        while (k < log.length - 1 && u >= log[k]) {
            u -= log[k++];
        }
        return NU[k];
    }
}
