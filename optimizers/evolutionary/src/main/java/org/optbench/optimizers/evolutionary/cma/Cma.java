package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One run of CMA-ES without restarts: samples a population, is told its order, adapts. Weighted recombination, cumulative step-size adaptation, rank-one
 * and rank-mu update with active (negative) weights as in Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv 1604.00772), and the margin for
 * discrete coordinates. Allocates nothing after construction, but for restricted covariance matrices.
 */
final class Cma {

    private static final int REDRAWS = 4;
    private static final int MOST_DIRECTIONS = 60;

    private final int n;
    private final boolean active;
    private final CmaSettings.Covariance covariance;
    private CmaParameters p;
    private int rank;
    private final Shape shape;
    private final Margin margin;
    private final Lattice lattice;
    private final RandomGenerator random;
    private final double initialSigma;
    private final double[] mean;
    private final double[] scaling;
    private final double[] deviation;
    private final double[] pathSigma;
    private final double[] pathC;
    private final double[] zMean;
    private final double[] work;
    private final double[][] z;
    private final double[][] y;
    private final double[][] x;
    private final double[] squares;
    private final double[][] updateVectors;
    private final double[] updateWeights;
    private final double expectedNorm;
    private double sigma;
    private int generation;
    private boolean stalled;

    Cma(double[] start, double sigma, int lambda, boolean active, CmaSettings.Covariance covariance, Lattice lattice, RandomGenerator random) {
        this.n = start.length;
        this.active = active;
        this.covariance = covariance;
        this.p = CmaParameters.of(n, lambda, active, covariance, 0);
        this.shape = switch (covariance) {
            case FULL -> new FullShape(n, p.c1() + p.cmu());
            case RESTRICTED -> new RestrictedShape(n, MOST_DIRECTIONS);
            case DIAGONAL -> new DiagonalShape(n);
        };
        this.margin = new Margin(lattice, 1.0 / (n * (double) lambda));
        this.lattice = lattice;
        this.random = random;
        this.initialSigma = sigma;
        this.sigma = sigma;
        this.mean = start.clone();
        this.scaling = new double[n];
        Arrays.fill(scaling, 1);
        this.deviation = new double[n];
        this.pathSigma = new double[n];
        this.pathC = new double[n];
        this.zMean = new double[n];
        this.work = new double[n];
        this.z = new double[lambda][n];
        this.y = new double[lambda][n];
        this.x = new double[lambda][n];
        this.squares = new double[lambda];
        this.updateVectors = new double[lambda + 1][];
        this.updateWeights = new double[lambda + 1];
        this.expectedNorm = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    }

    int lambda() {
        return p.lambda();
    }

    int generation() {
        return generation;
    }

    double sigma() {
        return sigma;
    }

    double[] mean() {
        return mean;
    }

    /**
     * Draws a population; {@code result[i]} are its points until the next call. A point with a continuous coordinate outside [0, 1] is drawn anew a few times, which
     * keeps ill-conditioned functions from being searched across the border.
     */
    double[][] sample() {
        for (int i = 0; i < p.lambda(); i++) {
            draw(i);
            for (int redraw = 0; redraw < REDRAWS && !isInside(x[i]); redraw++) {
                draw(i);
            }
        }
        return x;
    }

    private void draw(int i) {
        double sum = 0;
        double[] normal = z[i];
        for (int k = 0; k < n; k++) {
            double draw = random.nextGaussian();
            normal[k] = draw;
            sum += draw * draw;
        }
        squares[i] = sum;
        shape.stretch(normal, y[i]);
        for (int k = 0; k < n; k++) {
            x[i][k] = mean[k] + sigma * scaling[k] * y[i][k];
        }
    }

    private boolean isInside(double[] point) {
        for (int k = 0; k < n; k++) {
            if ((point[k] < 0 || point[k] > 1) && !lattice.isDiscrete(k)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adapts the distribution.
     *
     * @param order positions in the population, best first
     */
    void update(int[] order) {
        generation++;
        Arrays.fill(work, 0);
        Arrays.fill(zMean, 0);
        for (int i = 0; i < p.mu(); i++) {
            double weight = p.weights()[i];
            double[] step = y[order[i]];
            double[] normal = z[order[i]];
            for (int k = 0; k < n; k++) {
                work[k] += weight * step[k];
                zMean[k] += weight * normal[k];
            }
        }
        for (int k = 0; k < n; k++) {
            mean[k] += sigma * scaling[k] * work[k];
        }
        double norm = advancePaths();
        adaptShape(order);
        sigma *= StrictMath.exp(Math.min(1, p.cs() / p.damps() * (norm / expectedNorm - 1)));
        if (lattice.hasDiscrete()) {
            for (int k = 0; k < n; k++) {
                deviation[k] = sigma * Math.sqrt(shape.variance(k));
            }
            margin.apply(mean, scaling, deviation);
        }
    }

    /** Length of the path of the step size. */
    private double advancePaths() {
        double cs = p.cs();
        double gain = Math.sqrt(cs * (2 - cs) * p.muEff());
        double square = 0;
        shape.rotate(zMean, deviation);
        for (int k = 0; k < n; k++) {
            pathSigma[k] = (1 - cs) * pathSigma[k] + gain * deviation[k];
            square += pathSigma[k] * pathSigma[k];
        }
        double settled = 1 - StrictMath.pow(1 - cs, 2.0 * generation);
        stalled = square / n / settled >= 2 + 4.0 / (n + 1);
        double cc = p.cc();
        double step = stalled ? 0 : Math.sqrt(cc * (2 - cc) * p.muEff());
        for (int k = 0; k < n; k++) {
            pathC[k] = (1 - cc) * pathC[k] + step * work[k];
        }
        return Math.sqrt(square);
    }

    private void adaptShape(int[] order) {
        double massOfWeights = 0;
        updateVectors[0] = pathC;
        updateWeights[0] = p.c1();
        int count = 1;
        for (int i = 0; i < p.lambda(); i++) {
            double weight = p.weights()[i];
            massOfWeights += weight;
            if (weight != 0) {
                updateVectors[count] = y[order[i]];
                updateWeights[count++] = p.cmu() * (weight > 0 ? weight : weight * n / Math.max(squares[order[i]], 1e-300));
            }
        }
        double lost = stalled ? p.c1() * p.cc() * (2 - p.cc()) : 0;
        shape.update(1 + lost - p.c1() - p.cmu() * massOfWeights, updateVectors, updateWeights, count);
        if (shape instanceof RestrictedShape restricted) {
            if (restricted.rank() != rank) {
                rank = restricted.rank();
                p = CmaParameters.of(n, p.lambda(), active, covariance, rank);
            }
            restricted.follow(p.c1() + p.cmu());
        }
    }

    /** Whether the distribution has become too small, too large or too thin to go on. */
    boolean isDegenerate(double smallestStep) {
        if (!shape.isHealthy() || !(sigma > 0) || !(sigma < 1e20) || shape.condition() > 1e14) {
            return true;
        }
        boolean tiny = true;
        for (int k = 0; k < n; k++) {
            double spread = sigma * scaling[k] * Math.sqrt(shape.variance(k));
            if (!Double.isFinite(mean[k]) || spread > 1e3 * initialSigma || mean[k] == mean[k] + 0.2 * spread) {
                return true;
            }
            tiny &= spread < smallestStep && sigma * scaling[k] * Math.abs(pathC[k]) < smallestStep;
        }
        return tiny || axisHasNoEffect();
    }

    private boolean axisHasNoEffect() {
        double length = shape.axis(generation % n, work);
        for (int k = 0; k < n; k++) {
            if (mean[k] != mean[k] + 0.1 * sigma * scaling[k] * length * work[k]) {
                return false;
            }
        }
        return true;
    }
}
