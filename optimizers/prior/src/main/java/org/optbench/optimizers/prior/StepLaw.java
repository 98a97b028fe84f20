package org.optbench.optimizers.prior;

/**
 * The Step law: the best peak learning rate and batch size of pre-training a language model follow power laws of its size and of the amount of data (Li et al., "Predictable
 * Scale: Part I, Step Law", 2025, equation 1).
 *
 * @param parameters N, number of parameters without embeddings, positive
 * @param tokens     D, number of training tokens, positive
 */
record StepLaw(double parameters, double tokens) {

    StepLaw {
        if (!(parameters > 0) || !(tokens > 0)) {
            throw new IllegalArgumentException("Step law of a model with " + parameters + " parameters and " + tokens + " tokens: both must be positive.");
        }
    }

    /** Peak learning rate 1.79 N^-0.713 D^0.307. */
    double learningRate() {
        return 1.79 * StrictMath.pow(parameters, -0.713) * StrictMath.pow(tokens, 0.307);
    }

    /** Batch size in tokens, 0.58 D^0.571. */
    double batchTokens() {
        return 0.58 * StrictMath.pow(tokens, 0.571);
    }
}
