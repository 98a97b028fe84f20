package org.optbench.tasks.synthetic.fidelity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far cheap evaluations can be trusted. Bias and noise of MF-Hartmann as in its reference implementation; for the other functions the bias is a
 * multiple of the published one, and the noise a share of the range of the function.
 *
 * @param hartmannBias  taken off the weights of the wells at the lowest fidelity
 * @param hartmannNoise standard deviation of the half-normal noise there
 * @param bias          multiple of the difference between the published low and high fidelity
 * @param noise         standard deviation of the half-normal noise, as a share of the range
 */
enum Quality {
    GOOD(2.5, 2.0, 0.5, 0.0), MODERATE(3.0, 3.0, 1.0, 0.02), BAD(3.5, 4.0, 2.0, 0.05), TERRIBLE(4.0, 5.0, 4.0, 0.1);

    private final double hartmannBias;
    private final double hartmannNoise;
    private final double bias;
    private final double noise;

    Quality(double hartmannBias, double hartmannNoise, double bias, double noise) {
        this.hartmannBias = hartmannBias;
        this.hartmannNoise = hartmannNoise;
        this.bias = bias;
        this.noise = noise;
    }

    double hartmannBias() {
        return hartmannBias;
    }

    double hartmannNoise() {
        return hartmannNoise;
    }

    double bias() {
        return bias;
    }

    double noise() {
        return noise;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Quality> named(String id) {
        return Stream.of(values()).filter(quality -> quality.id().equals(id)).findFirst();
    }
}
