package org.optbench.tasks.systems.steplaw;

/**
 * A model of the pre-training loss of a language model over learning rate and batch size. The place of the optimum is the Step law (H. Li et al.:
 * Predictable Scale: Part I, Step Law, arXiv:2503.04715, 2025, equation 1): learning rate {@code 1.79 N^-0.713 D^0.307}, batch size
 * {@code 0.58 D^0.571} tokens. The loss there is that of J. Hoffmann et al. (2022), {@code 1.69 + 406.4 N^-0.34 + 410.7 D^-0.28}. Around it the loss is
 * convex in the logarithms with a plateau, as the paper reports of 3700 trained models; the widths are this project's choice: the plateau reaches a factor
 * of about 1.3 in learning rate and 1.5 in batch size, and too large a learning rate costs more than too small a one.
 *
 * @param parameters non-embedding parameters N
 * @param tokens     training tokens D
 */
record StepLaw(double parameters, double tokens) {

    private static final double PLATEAU = 0.2;
    private static final double STEEPNESS = 0.02;
    private static final double ABOVE = StrictMath.log(4.0);
    private static final double BELOW = StrictMath.log(8.0);
    private static final double BATCH = StrictMath.log(10.0);
    private static final double COUPLING = 0.4;

    StepLaw {
        if (!(parameters > 0) || !(tokens > 0)) {
            throw new IllegalArgumentException("Model of " + parameters + " parameters on " + tokens + " tokens: both must be positive.");
        }
    }

    /** The learning rate of the law. */
    double learningRate() {
        return 1.79 * StrictMath.pow(parameters, -0.713) * StrictMath.pow(tokens, 0.307);
    }

    /** The batch size of the law, tokens. */
    double batchSize() {
        return 0.58 * StrictMath.pow(tokens, 0.571);
    }

    /** The smallest loss, nats a token. */
    double lowestLoss() {
        return 1.69 + 406.4 * StrictMath.pow(parameters, -0.34) + 410.7 * StrictMath.pow(tokens, -0.28);
    }

    /** The loss, nats a token: the smallest one times {@code 1 + 0.02 max(0, g - 0.2)^2} with the gauge g of the logarithmic distance. */
    double loss(double learningRate, double batchSize) {
        double beyond = Math.max(0.0, gauge(StrictMath.log(learningRate / learningRate()), StrictMath.log(batchSize / batchSize())) - PLATEAU);
        return lowestLoss() * (1.0 + STEEPNESS * beyond * beyond);
    }

    /** A convex, positively homogeneous distance of log-ratios; larger batches bear larger learning rates. */
    private static double gauge(double rate, double batch) {
        double slanted = rate - COUPLING * batch;
        double u = slanted / (slanted > 0.0 ? ABOVE : BELOW);
        double v = batch / BATCH;
        return Math.sqrt(u * u + v * v);
    }

    /** Modelled seconds of the training: {@code 6 N D} floating-point operations at 4e14 a second. */
    double seconds() {
        return 6.0 * parameters * tokens / 4e14;
    }
}
