package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * Diffusion evolution (Zhang et al. 2024, algorithm 1) with the cosine schedule, fitness by rank: exp(-selection rank / (N - 1)). Coordinates are standard normal at the start;
 * the unit cube is [-2, 2] of them. After the last step it starts anew around the best member.
 */
final class DiffusionEvolution implements GenerationalOptimizer.Method {

    private static final double HALF_WIDTH = 2;

    private final int n;
    private final int steps;
    private final double noise;
    private final double selection;
    private final RandomGenerator random;
    private final double[][] members;
    private final double[][] points;
    private final double[][] projection;
    private int step;

    /** @param latent dimension of the random projection in which nearness is measured; 0 for none */
    DiffusionEvolution(int n, int population, int steps, double noise, double selection, int latent, RandomGenerator random) {
        this.n = n;
        this.steps = steps;
        this.noise = noise;
        this.selection = selection;
        this.random = random;
        this.members = new double[population][n];
        this.points = new double[population][n];
        this.projection = latent == 0 || latent >= n ? new double[0][] : new double[latent][n];
        for (double[] row : projection) {
            for (int k = 0; k < n; k++) {
                row[k] = random.nextGaussian() / Math.sqrt(n);
            }
        }
        scatter();
    }

    private void scatter() {
        step = steps;
        for (double[] member : members) {
            for (int k = 0; k < n; k++) {
                member[k] = random.nextGaussian();
            }
        }
    }

    @Override
    public double[][] next() {
        for (int i = 0; i < members.length; i++) {
            for (int k = 0; k < n; k++) {
                members[i][k] = Math.clamp(members[i][k], -HALF_WIDTH, HALF_WIDTH);
                points[i][k] = 0.5 + members[i][k] / (2 * HALF_WIDTH);
            }
        }
        return points;
    }

    @Override
    public void tell(Score[] scores) {
        int[] order = Ranking.order(scores);
        if (step <= 1) {
            double[] best = members[order[0]].clone();
            scatter();
            members[0] = best;
            return;
        }
        double[] fitness = new double[members.length];
        for (int place = 0; place < order.length; place++) {
            fitness[order[place]] = StrictMath.exp(-selection * place / (order.length - 1.0));
        }
        denoise(fitness);
        step--;
    }

    private void denoise(double[] fitness) {
        double alpha = alpha(step);
        double next = alpha(step - 1);
        double spread = noise * Math.sqrt(Math.max(0, (1 - next) / (1 - alpha) * (1 - alpha / next)));
        double[][] old = new double[members.length][];
        for (int i = 0; i < old.length; i++) {
            old[i] = members[i].clone();
        }
        double[][] latent = project(old);
        double direction = Math.sqrt(Math.max(0, 1 - next - spread * spread)) / Math.sqrt(1 - alpha);
        for (int i = 0; i < members.length; i++) {
            double[] origin = origin(i, old, latent, fitness, alpha);
            for (int k = 0; k < n; k++) {
                members[i][k] = Math.sqrt(next) * origin[k] + direction * (old[i][k] - Math.sqrt(alpha) * origin[k]) + spread * random.nextGaussian();
            }
        }
    }

    /** The estimated origin of a member: the mean of all, weighted by fitness and by how likely this one diffused from each (equation 9). */
    private double[] origin(int i, double[][] old, double[][] latent, double[] fitness, double alpha) {
        double[] exponents = new double[old.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < old.length; j++) {
            double square = 0;
            for (int k = 0; k < latent[i].length; k++) {
                double difference = latent[i][k] - Math.sqrt(alpha) * latent[j][k];
                square += difference * difference;
            }
            exponents[j] = -square / (2 * (1 - alpha));
            most = Math.max(most, exponents[j]);
        }
        double total = 0;
        double[] origin = new double[n];
        for (int j = 0; j < old.length; j++) {
            double weight = fitness[j] * StrictMath.exp(exponents[j] - most);
            total += weight;
            for (int k = 0; k < n; k++) {
                origin[k] += weight * old[j][k];
            }
        }
        for (int k = 0; k < n; k++) {
            origin[k] /= total;
        }
        return origin;
    }

    private double[][] project(double[][] old) {
        if (projection.length == 0) {
            return old;
        }
        double[][] latent = new double[old.length][projection.length];
        for (int i = 0; i < old.length; i++) {
            for (int p = 0; p < projection.length; p++) {
                for (int k = 0; k < n; k++) {
                    latent[i][p] += projection[p][k] * old[i][k];
                }
            }
        }
        return latent;
    }

    /** Share of the signal left after a step: near 1 at 0, near 0 at the last one. */
    private double alpha(int at) {
        return Math.clamp((StrictMath.cos(Math.PI * at / steps) + 1) / 2, 1e-4, 1 - 1e-4);
    }
}
