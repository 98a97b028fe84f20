package org.optbench.optimizers.bayes.parzen;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.numeric.FastExp;
import org.optbench.optimizers.bayes.numeric.FastNormal;

/**
 * A mixture of product kernels, one at each point, and a uniform prior component: Gaussians truncated to [0, 1] for numbers, the kernel of
 * Aitchison and Aitken (1976) for choices. A coordinate that is inactive in a point has the uniform density there.
 */
public final class ParzenEstimator {
    private static final double SQRT_2PI = 2.5066282746310002;
    private static final int SAMPLING_TRIES = 64;

    private final CoordinateKind[] kinds;
    private final int[] coordinates;
    private final int n;
    private final double[][] centres;
    private final double[][] widths;
    private final double[][] halfPrecision;
    private final double[][] logNormaliser;
    private final double[] weights;
    private final double[] logWeights;
    private final double categoricalSpread;

    /**
     * Shape of the kernels.
     *
     * @param bandwidth rule of the widths
     * @param factor multiplies them, positive
     * @param least least width of a Gaussian
     * @param categoricalSpread probability that a kernel gives to other choices than its own, in (0, 1)
     * @param priorWeight weight of the uniform component relative to a point of weight 1, 0 or more
     */
    public record Smoothing(Bandwidth bandwidth, double factor, double least, double categoricalSpread, double priorWeight) {
    }

    /**
     * An estimator over some of the coordinates.
     *
     * @param kinds kind of every coordinate of a point
     * @param coordinates the coordinates it is over
     * @param points where the kernels stand; may be empty if the prior has a weight
     * @param pointWeights weight of each point, not negative
     * @param smoothing shape of the kernels
     */
    public ParzenEstimator(CoordinateKind[] kinds, int[] coordinates, List<double[]> points, double[] pointWeights, Smoothing smoothing) {
        this.kinds = kinds;
        this.coordinates = coordinates;
        n = points.size();
        categoricalSpread = smoothing.categoricalSpread();
        centres = new double[coordinates.length][n];
        widths = new double[coordinates.length][n];
        halfPrecision = new double[coordinates.length][n];
        logNormaliser = new double[coordinates.length][n];
        for (int c = 0; c < coordinates.length; c++) {
            for (int i = 0; i < n; i++) {
                centres[c][i] = points.get(i)[coordinates[c]];
            }
            if (!kinds[coordinates[c]].categorical()) {
                prepare(c, smoothing);
            }
        }
        weights = Arrays.copyOf(pointWeights, n + 1);
        weights[n] = smoothing.priorWeight();
        double total = Arrays.stream(weights).sum();
        logWeights = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            weights[i] /= total;
            logWeights[i] = weights[i] > 1e-300 ? FastNormal.log(weights[i]) : -700;
        }
    }

    private void prepare(int c, Smoothing smoothing) {
        double least = Math.max(smoothing.least(), 0.5 * kinds[coordinates[c]].cell());
        double[] width = widths[c];
        smoothing.bandwidth().fill(centres[c], n, coordinates.length, smoothing.factor(), width);
        double last = Double.NaN;
        double logWidth = 0;
        for (int i = 0; i < n; i++) {
            double w = Math.min(Math.max(width[i], least), 1);
            width[i] = w;
            double centre = centres[c][i];
            if (Double.isNaN(centre)) {
                centres[c][i] = 0.5;
                width[i] = Double.POSITIVE_INFINITY; // precision 0 and normaliser 0 below: the uniform density
            } else {
                if (w != last) {
                    last = w;
                    logWidth = FastNormal.log(w * SQRT_2PI);
                }
                double inverse = 1 / w;
                halfPrecision[c][i] = 0.5 * inverse * inverse;
                double mass = FastNormal.cdf((1 - centre) * inverse) - FastNormal.cdf(-centre * inverse);
                logNormaliser[c][i] = logWidth + FastNormal.log(mass);
            }
        }
    }

    /**
     * Logarithms of the density at candidates; coordinates inactive in a candidate do not count.
     *
     * @param candidates points
     */
    public double[] logDensity(List<double[]> candidates) {
        double[] result = new double[candidates.size()];
        double[] logs = new double[n + 1];
        for (int k = 0; k < result.length; k++) {
            double[] x = candidates.get(k);
            System.arraycopy(logWeights, 0, logs, 0, n + 1);
            for (int c = 0; c < coordinates.length; c++) {
                double at = x[coordinates[c]];
                CoordinateKind kind = kinds[coordinates[c]];
                if (Double.isNaN(at)) {
                    continue;
                }
                if (kind.categorical()) {
                    addCategorical(logs, c, kind, at);
                } else {
                    addGaussian(logs, n, at, centres[c], halfPrecision[c], logNormaliser[c]);
                }
            }
            result[k] = logSum(logs, n + 1);
        }
        return result;
    }

    private static void addGaussian(double[] logs, int n, double at, double[] centre, double[] precision, double[] normaliser) {
        for (int i = 0; i < n; i++) {
            double difference = at - centre[i];
            logs[i] -= difference * difference * precision[i] + normaliser[i];
        }
    }

    private void addCategorical(double[] logs, int c, CoordinateKind kind, double at) {
        if (kind.choices() == 1) {
            return;
        }
        int choice = kind.choice(at);
        double same = StrictMath.log(1 - categoricalSpread);
        double other = StrictMath.log(categoricalSpread / (kind.choices() - 1));
        double uniform = -StrictMath.log(kind.choices());
        for (int i = 0; i < n; i++) {
            double centre = centres[c][i];
            logs[i] += Double.isNaN(centre) ? uniform : kind.choice(centre) == choice ? same : other;
        }
        logs[n] += uniform;
    }

    private static double logSum(double[] logs, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, logs[i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double difference = logs[i] - largest;
            if (difference > -36) { // less would not change the sum
                sum += FastExp.exp(difference);
            }
        }
        return largest + StrictMath.log(sum);
    }

    /**
     * Draws a value for each of the estimator's coordinates into a point.
     *
     * @param point changed at the coordinates of the estimator
     */
    public void sample(double[] point, RandomGenerator random) {
        int component = n;
        double u = random.nextDouble();
        for (int i = 0; i < n; i++) {
            u -= weights[i];
            if (u < 0) {
                component = i;
                break;
            }
        }
        for (int c = 0; c < coordinates.length; c++) {
            point[coordinates[c]] = draw(c, component, random);
        }
    }

    private double draw(int c, int component, RandomGenerator random) {
        CoordinateKind kind = kinds[coordinates[c]];
        if (component == n || Double.isNaN(centres[c][component]) || !kind.categorical() && Double.isInfinite(widths[c][component])) {
            return random.nextDouble();
        }
        double centre = centres[c][component];
        if (kind.categorical()) {
            int choice = kind.choice(centre);
            if (kind.choices() > 1 && random.nextDouble() < categoricalSpread) {
                choice = (choice + 1 + random.nextInt(kind.choices() - 1)) % kind.choices();
            }
            return (choice + 0.5) / kind.choices();
        }
        for (int attempt = 0; attempt < SAMPLING_TRIES; attempt++) {
            double x = centre + widths[c][component] * random.nextGaussian();
            if (x >= 0 && x <= 1) {
                return x;
            }
        }
        return centre;
    }
}
