package org.optbench.tasks.systems.sampler;

import java.util.Arrays;

/**
 * A mixture of isotropic Gaussians, whose flow from standard normal noise is known in closed form: the network that a real sampler would have learnt.
 *
 * @param centres array shape {@code [mode][d]}
 * @param widths  standard deviation of each mode
 * @param weights of the modes, summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never written
record Mixture(double[][] centres, double[] widths, double[] weights) {

    int dimension() {
        return centres[0].length;
    }

    /**
     * The velocity {@code E[d x_t / dt | x_t = x]} of the flow along a path (Y. Lipman et al., Flow Matching for Generative Modeling, 2023): over the
     * modes, weighted by how probable each is given x, of the rates times the expected data and noise.
     *
     * @param x     the place, array shape {@code [d]}
     * @param to    receives the velocity, array shape {@code [d]}; may not be x
     * @param work  array shape {@code [mode]} or longer
     */
    void velocity(Path path, double t, double[] x, double[] to, double[] work) {
        double data = path.data(t);
        double noise = path.noise(t);
        double dataRate = path.dataRate(t);
        double noiseRate = path.noiseRate(t);
        int d = x.length;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            double variance = data * data * widths[k] * widths[k] + noise * noise;
            double square = 0.0;
            for (int i = 0; i < d; i++) {
                double gap = x[i] - data * centres[k][i];
                square += gap * gap;
            }
            work[k] = StrictMath.log(weights[k]) - 0.5 * (d * StrictMath.log(variance) + square / variance);
            highest = Math.max(highest, work[k]);
        }
        double total = 0.0;
        for (int k = 0; k < centres.length; k++) {
            work[k] = StrictMath.exp(work[k] - highest);
            total += work[k];
        }
        Arrays.fill(to, 0, d, 0.0);
        for (int k = 0; k < centres.length; k++) {
            double variance = data * data * widths[k] * widths[k] + noise * noise;
            double slope = (dataRate * data * widths[k] * widths[k] + noiseRate * noise) / variance;
            double weight = work[k] / total;
            for (int i = 0; i < d; i++) {
                to[i] += weight * (dataRate * centres[k][i] + slope * (x[i] - data * centres[k][i]));
            }
        }
    }
}
