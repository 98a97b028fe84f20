package org.optbench.optimizers.bayes;

/** How the Gaussian-process optimizer chooses the next point. */
enum AcquisitionKind {
    /** Logarithm of expected improvement. */
    LOG_EI,
    /** Expected improvement. */
    EI,
    /** Probability of improvement. */
    PI,
    /** Confidence bound. */
    UCB
}
