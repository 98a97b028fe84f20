package org.optbench.tasks.systems.sampler;

import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** Particles that flow from noise to a target, their exact trajectories on a grid of times, and the error of steps along the grid. Immutable. */
final class Sampler {

    private static final int PARTICLES = 32;
    private static final int SUBSTEPS = 16;

    private final Mixture mixture;
    private final Path path;
    private final Integrator integrator;
    private final int grid;
    /** Reference trajectories, array shape {@code [time][particle][d]}. */
    private final double[][][] reference;

    Sampler(Target target, Path path, Integrator integrator, int grid) {
        this.mixture = target.build();
        this.path = path;
        this.integrator = integrator;
        this.grid = grid;
        this.reference = new double[grid + 1][PARTICLES][];
        RandomGenerator random = RandomStreams.of("sampler " + target.id()).stream("particles");
        Integrator.Scratch scratch = new Integrator.Scratch(mixture);
        for (int p = 0; p < PARTICLES; p++) {
            double[] x = new double[mixture.dimension()];
            for (int i = 0; i < x.length; i++) {
                x[i] = Normal.draw(random);
            }
            reference[0][p] = x.clone();
            for (int time = 1; time <= grid; time++) {
                refine(x, time, scratch);
                reference[time][p] = x.clone();
            }
        }
    }

    private void refine(double[] x, int time, Integrator.Scratch scratch) {
        for (int s = 0; s < SUBSTEPS; s++) {
            double from = (time - 1 + s / (double) SUBSTEPS) / grid;
            double to = (time - 1 + (s + 1) / (double) SUBSTEPS) / grid;
            Integrator.HEUN.step(mixture, path, from, to, x, scratch);
        }
    }

    /**
     * The local truncation error of each step along the grid, from the exact trajectory to where it should arrive, as a mean squared distance over the
     * particles: the cost that BOSS minimises (B. Nguyen, B. Nguyen, V. A. Nguyen: Bellman Optimal Stepsize Straightening of Flow-Matching Models, 2024).
     */
    Schedules schedules() {
        double[][] cost = new double[grid + 1][grid + 1];
        Integrator.Scratch scratch = new Integrator.Scratch(mixture);
        double[] x = new double[mixture.dimension()];
        for (int i = 0; i < grid; i++) {
            for (int j = i + 1; j <= grid; j++) {
                double sum = 0.0;
                for (int p = 0; p < PARTICLES; p++) {
                    System.arraycopy(reference[i][p], 0, x, 0, x.length);
                    integrator.step(mixture, path, i / (double) grid, j / (double) grid, x, scratch);
                    sum += squaredDistance(x, reference[j][p]);
                }
                cost[i][j] = sum / PARTICLES;
            }
        }
        return new Schedules(cost);
    }

    /** Mean squared distance of the samples to the exact ones after a whole schedule through the given times in ascending order. */
    double endError(int[] times) {
        Integrator.Scratch scratch = new Integrator.Scratch(mixture);
        double[] x = new double[mixture.dimension()];
        double sum = 0.0;
        for (int p = 0; p < PARTICLES; p++) {
            System.arraycopy(reference[0][p], 0, x, 0, x.length);
            int at = 0;
            for (int time : times) {
                if (time > at) {
                    integrator.step(mixture, path, at / (double) grid, time / (double) grid, x, scratch);
                    at = time;
                }
            }
            if (at < grid) {
                integrator.step(mixture, path, at / (double) grid, 1.0, x, scratch);
            }
            sum += squaredDistance(x, reference[grid][p]);
        }
        return sum / PARTICLES;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            double gap = a[i] - b[i];
            sum += gap * gap;
        }
        return sum;
    }
}
